package org.wolfgate.drivers.sunspec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;

/**
 * Finds the models of a SunSpec device: the marker "SunS" at 40000, 0 or 50000, then from length to length to the end
 * (SunSpec Device Information Model specification, section on locating the map).
 */
final class Discovery {

    private static final int[] BASES = {40_000, 0, 50_000};
    private static final List<Integer> MARKER = List.of(0x5375, 0x6E53);
    private static final int END = 0xFFFF;
    private static final int MOST_MODELS = 100;

    /** Either a chain, or in words why there is none. */
    sealed interface Outcome {
        /** The device is one. */
        record Found(Chain chain) implements Outcome {}

        /** No chain. */
        record None(String reason) implements Outcome {}
    }

    private final ModbusLine line;
    private final int unit;

    Discovery(ModbusLine line, int unit) {
        this.line = line;
        this.unit = unit;
    }

    Outcome run() {
        String seen = "";
        for (int base : BASES) {
            Answer answer = ask(base, 2);
            if (answer instanceof Answer.Failed failed) {
                return new Outcome.None(failed.reason());
            }
            if (answer instanceof Answer.Words words && words.words().equals(MARKER)) {
                return walk(base);
            }
            seen = answer instanceof Answer.Refused refused ? refused.reason() : "other registers";
        }
        return new Outcome.None("no SunSpec marker at 40000, 0 or 50000, last seen " + seen
                + "; check the unit id (often 1, 126 or 247) and that Modbus is set to SunSpec in the device");
    }

    private Outcome walk(int base) {
        List<FoundModel> models = new ArrayList<>();
        int start = base + 2;
        while (models.size() < MOST_MODELS && start + 2 <= 65_536) {
            Answer answer = ask(start, 2);
            if (!(answer instanceof Answer.Words header)) {
                return new Outcome.None("the chain of models breaks off at " + start + ": " + reason(answer));
            }
            FoundModel model =
                    new FoundModel(header.words().get(0), start, header.words().get(1));
            if (model.id() == END) {
                return ended(base, models);
            }
            if (model.next() > 65_536) {
                return new Outcome.None("model " + model.id() + " at " + start + " says it has " + model.length()
                        + " registers, which runs past the last one; this is no SunSpec map");
            }
            models.add(model);
            start = model.next();
        }
        return new Outcome.None(
                "the chain of models has no end after " + models.size() + " models; this is no SunSpec map");
    }

    private static Outcome ended(int base, List<FoundModel> models) {
        Optional<FoundModel> first = models.stream().findFirst();
        return first.filter(model -> model.id() == 1).isPresent()
                ? new Outcome.Found(new Chain(base, models))
                : new Outcome.None("the marker stands at " + base + ", but model 1 does not follow it");
    }

    private Answer ask(int address, int count) {
        return line.exchange(new Request.Read(unit, RegisterTable.HOLDING, address, count));
    }

    static String reason(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.reason();
        }
        return answer instanceof Answer.Failed failed ? failed.reason() : "not the answer to what was asked";
    }
}
