package org.wolfgate.agent.cli.field;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.drivers.modbus.RegisterTable;

/**
 * A look at a SunSpec device: who made it, and which models it has.
 *
 * @param base register of the marker "SunS"
 * @param maker and model, version and serial number from model 1
 * @param models numbers in the order of the chain
 */
record SunSpecLook(int base, String maker, List<Integer> models) {

    /** Where the marker may stand, in the order of SunSpec's reference client. */
    private static final List<Integer> BASES = List.of(40_000, 0, 50_000);

    private static final List<Integer> MARKER = List.of(0x5375, 0x6E53);
    private static final int END = 0xFFFF;
    private static final int MOST_MODELS = 100;
    private static final int COMMON_WORDS = 66;

    static Optional<SunSpecLook> at(Device device) {
        return BASES.stream()
                .filter(base -> device.words(RegisterTable.HOLDING, base, 2).equals(Optional.of(MARKER)))
                .findFirst()
                .map(base -> look(device, base));
    }

    private static SunSpecLook look(Device device, int base) {
        List<Integer> models = new ArrayList<>();
        String maker = "";
        int at = base + 2;
        while (at < 65_000 && models.size() < MOST_MODELS) {
            Optional<List<Integer>> head = device.words(RegisterTable.HOLDING, at, 2);
            if (head.isEmpty() || head.get().get(0) == END) {
                break;
            }
            models.add(head.get().get(0));
            if (head.get().get(0) == 1) {
                maker = device.words(RegisterTable.HOLDING, at, COMMON_WORDS)
                        .map(SunSpecLook::maker)
                        .orElse("");
            }
            at += 2 + head.get().get(1);
        }
        return new SunSpecLook(base, maker, List.copyOf(models));
    }

    /** Whether it measures for others, not only itself: models 201 to 204 and 211 to 214. */
    boolean isMeter() {
        return models.stream().anyMatch(model -> model > 200 && model < 220);
    }

    /** Model 1: manufacturer at 2, model at 18, version at 42, serial number at 50. */
    private static String maker(List<Integer> words) {
        return String.join(
                " ",
                Stream.of(
                                text(words, 2, 16),
                                text(words, 18, 16),
                                "version " + text(words, 42, 8),
                                "serial " + text(words, 50, 16))
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static String text(List<Integer> words, int from, int count) {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) (words.get(from + i) >>> 8);
            bytes[2 * i + 1] = (byte) (int) words.get(from + i);
        }
        return new String(bytes, StandardCharsets.US_ASCII)
                .replaceAll("[^ -~]", "")
                .strip();
    }
}
