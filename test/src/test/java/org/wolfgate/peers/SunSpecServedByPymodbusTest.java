package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** A SunSpec map served by pymodbus: found, read and limited over a real wire, and looked at by mbpoll. */
class SunSpecServedByPymodbusTest {

    private static final ActivePower RATING = ActivePower.ofKilowatts(50);

    private final Map<Integer, Integer> registers = new TreeMap<>();
    private int next;

    @TempDir
    private Path folder;

    /** evcc-io/evcc#16008: a scale factor that was ignored when writing made -100 mean 1 %. */
    @Test
    void anInverterOfTheOlderModelsIsReadAndLimited() throws IOException, InterruptedException {
        base(40_000, 65);
        model(103, 50, new int[] {14, 31_500 / 100, 2}, new int[] {16, 5_998, -2}, new int[] {24, 1, 0xE240, 1});
        model(120, 26, new int[] {3, 5_500, 1});
        model(121, 30, new int[] {2, 5_000}, new int[] {22, 1});
        int control = next;
        model(123, 24, new int[] {5, 10_000, 0xFFFF, 0xFFFF, 0xFFFF, 0}, new int[] {23, -2});
        int port = Peer.freePort();
        try (Peer peer = serve(port);
                Bus bus = line(port).open()) {
            assertEquals(
                    new MeterReading(
                            Reading.good(new ActivePower(31_500)),
                            Reading.good(new Frequency(59_980)),
                            Reading.good(new Energy(1_234_560)),
                            bus.meter("m").read().imported()),
                    bus.meter("m").read(),
                    peer.output());
            assertEquals(
                    Reading.good(new ActivePower(20_400)),
                    bus.limit("p").apply(new ActivePower(20_404)),
                    peer.output());
            assertEquals(List.of("4080", "1"), List.of(mbpoll(port, control + 5), mbpoll(port, control + 9)));
            assertEquals(Reading.good(RATING), bus.limit("p").apply(RATING));
            assertEquals("0", mbpoll(port, control + 9));
        }
    }

    @Test
    void aDerOfTheNewModelsIsFoundAtZeroAndItsRevertTimerIsSetBeforeTheLimit()
            throws IOException, InterruptedException {
        base(0, 66);
        model(701, 153, new int[] {10, 123}, new int[] {17, 0, 60_010}, new int[] {115, -3, 2});
        model(702, 50, new int[] {26, 5_000}, new int[] {45, 1});
        int control = next;
        model(704, 65, new int[] {14, 0, 1_000, 1_000, 0, 0, 0, 0, 0}, new int[] {54, -1});
        int port = Peer.freePort();
        try (Peer peer = serve(port);
                Bus bus = line(port).open()) {
            assertEquals(
                    Reading.good(new ActivePower(12_300)), bus.meter("m").read().power(), peer.output());
            assertEquals(
                    Reading.good(ActivePower.ofKilowatts(10)),
                    bus.limit("p").apply(ActivePower.ofKilowatts(10)),
                    peer.output());
            assertEquals(
                    List.of("1", "200", "200", "1", "0", "90"),
                    List.of(
                            mbpoll(port, control + 14),
                            mbpoll(port, control + 15),
                            mbpoll(port, control + 16),
                            mbpoll(port, control + 17),
                            mbpoll(port, control + 18),
                            mbpoll(port, control + 19)));
        }
    }

    @Test
    void aServerWithoutTheMarkerSaysWhatToTry() throws IOException {
        registers.put(40_000, 1);
        int port = Peer.freePort();
        try (Peer peer = serve(port);
                Bus bus = line(port).open()) {
            String reason = bus.limit("p").apply(ActivePower.ZERO).reason();
            assertTrue(reason.contains("no SunSpec marker at 40000, 0 or 50000"), reason + peer.output());
        }
    }

    private void base(int base, int commonLength) {
        registers.put(base, 0x5375);
        registers.put(base + 1, 0x6E53);
        next = base + 2;
        model(1, commonLength);
    }

    /** One more model and, for now, the end of the chain; each point is {@code {offset, word, ...}}. */
    private void model(int id, int length, int[]... points) {
        registers.put(next, id);
        registers.put(next + 1, length);
        for (int i = 2; i < length + 2; i++) {
            registers.put(next + i, 0xFFFF);
        }
        for (int[] point : points) {
            for (int i = 1; i < point.length; i++) {
                registers.put(next + point[0] + i - 1, point[i] & 0xFFFF);
            }
        }
        next += length + 2;
        registers.put(next, 0xFFFF);
        registers.put(next + 1, 0);
    }

    private Peer serve(int port) throws IOException {
        Path image = folder.resolve("image");
        Files.writeString(
                image,
                registers.entrySet().stream()
                        .map(word -> word.getKey() + " " + word.getValue() + "\n")
                        .collect(Collectors.joining()));
        String script = Objects.requireNonNull(getClass().getResource("/peers/pymodbus_image.py"))
                .getPath();
        return Peer.server(
                "python3-pymodbus and python3-serial-asyncio",
                port,
                List.of("/usr/bin/python3", script, Integer.toString(port), image.toString()));
    }

    private static String mbpoll(int port, int address) throws IOException, InterruptedException {
        String output = Peer.run(
                "mbpoll",
                List.of(
                        "mbpoll",
                        "-m",
                        "tcp",
                        "-p",
                        Integer.toString(port),
                        "-0",
                        "-1",
                        "-a",
                        "1",
                        "-t",
                        "4",
                        "-r",
                        Integer.toString(address),
                        "127.0.0.1"));
        return output.lines()
                .filter(line -> line.startsWith("[" + address + "]"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }

    private static LineSettings line(int port) {
        DriverProvider provider =
                Objects.requireNonNull(DriverProvider.installed().get("modbus-tcp"));
        return provider.line("peer", yaml("host: 127.0.0.1\nport: " + port), Path.of("none"))
                .withMeter("m", yaml("profile: sunspec\npositive-power: export"))
                .withLimit("p", RATING, yaml("profile: sunspec\nrevert-after: 90 s\nrevert-to: 30 %"));
    }

    private static Section yaml(String text) {
        return Yaml.read("test", text, new Problems()).orElseThrow();
    }
}
