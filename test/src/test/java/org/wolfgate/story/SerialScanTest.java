package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Program;
import org.wolfgate.peers.SerialCable;

/** A technician at a serial line of which nothing is known; the devices are those of pymodbus. */
class SerialScanTest {

    private static final int BAUD = 9600;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theSweepStopsAtTheOnlySettingsUnderWhichTheDeviceHears() throws IOException, InterruptedException {
        try (SerialCable cable = SerialCable.tuned(BAUD, 'E');
                Program device = device(cable)) {
            device.awaitLine("pymodbus serves", "serving"::equals);
            String port = "rtu:" + cable.near();
            Verb scan = verb("scan", port, "--units", "1-2", "--deadline", "500");
            assertEquals(0, scan.code(), () -> scan.printed() + device.lines());
            assertTrue(scan.printed().contains(port + ":9600:8E1 unit 1  holding 0 (doc. 1) = 0x0000"), scan::printed);
            assertTrue(scan.printed().contains("1 found"), scan::printed);
            assertEquals(
                    List.of("9600:8N1", "19200:8E1", "9600:8E1"),
                    scan.printed()
                            .lines()
                            .filter(line -> line.contains("trying"))
                            .map(line -> line.strip().replace("trying ", ""))
                            .toList());
        }
    }

    /** Site practice: one device with another parity looks dead, not noisy. */
    @Test
    void wrongParityIsOneLineThatSaysWhatToCheckFromTheWireUpward() throws IOException, InterruptedException {
        try (SerialCable cable = SerialCable.tuned(BAUD, 'E');
                Program device = device(cable)) {
            device.awaitLine("pymodbus serves", "serving"::equals);
            Verb right = verb("read", "rtu:" + cable.near() + ":9600:8E1", "100");
            assertEquals(0, right.code(), () -> right.printed() + device.lines());
            assertOneLine(
                    verb("read", "rtu:" + cable.near() + ":9600:8N1", "100", "--deadline", "300"),
                    "no answer within 300 ms; check power and A/B wires, then baud rate and parity (9600 8N1)");
        }
    }

    @Test
    void anAdapterThatIsNotThereEndsTheSweepWithOneLine() throws IOException, InterruptedException {
        assertOneLine(
                verb("scan", "rtu:/dev/no-such-port"),
                "cannot open /dev/no-such-port: there is no such port; check that the adapter is plugged in");
    }

    @Test
    void aPortThatAnotherProgramHoldsIsOneLineWithTheCommandThatFindsIt() throws IOException, InterruptedException {
        try (SerialCable cable = SerialCable.quick();
                Program holder = Program.start(List.of(
                        "/usr/bin/python3",
                        "-c",
                        "import serial, time; port = serial.Serial('" + cable.near()
                                + "', exclusive=True); print('held', flush=True); time.sleep(60)"))) {
            holder.awaitLine("pyserial holds the port", "held"::equals);
            assertOneLine(verb("scan", "rtu:" + cable.near()), "holds the port; find it (fuser -v " + cable.near());
        }
    }

    @Test
    void aPortWithoutPermissionIsOneLineThatNamesTheGroup() throws IOException, InterruptedException {
        try (SerialCable cable = SerialCable.quick()) {
            Files.setPosixFilePermissions(Path.of(cable.near()), PosixFilePermissions.fromString("---------"));
            assertOneLine(
                    unprivileged("scan", "rtu:" + cable.near()),
                    "no permission; add this user to the group that owns the port");
        }
    }

    private static void assertOneLine(Verb verb, String part) {
        assertEquals(2, verb.code(), verb::printed);
        assertEquals(1, verb.lines(), verb::printed);
        assertTrue(verb.printed().contains(part), verb::printed);
    }

    private static Program device(SerialCable cable) {
        String script = Objects.requireNonNull(SerialScanTest.class.getResource("/peers/pymodbus_serial.py"))
                .getPath();
        return Program.start(List.of("/usr/bin/python3", script, cable.far().toString(), Integer.toString(BAUD)));
    }

    private Verb verb(String... arguments) throws IOException, InterruptedException {
        return Verb.run(folder, List.of(), arguments);
    }

    /** To root every port is open, unless it gives up what makes it so. */
    private static Verb unprivileged(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name", "").equals("root")) {
            command.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(Verb.command("org.wolfgate.agent.cli.Main", arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), printed);
        return new Verb(process.exitValue(), printed);
    }
}
