package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Peer;
import org.wolfgate.peers.Program;

/** A technician comes to a substation without a file, and leaves with one that runs. */
class BringUpTest {

    private static final List<String> NONE = List.of();

    @TempDir
    private Path folder = Path.of("");

    private Cabinet cabinet() {
        return new Cabinet(folder);
    }

    /** Two nodes on two lines, one of them a gateway with a meter and a plant behind it. */
    private static String devices(int port) {
        return """
                lines:
                  gateway: {family: modbus-tcp, host: 127.0.0.1, port: %d}
                  direct: {family: modbus-tcp, host: 127.0.0.1, port: %d}
                meters:
                  solar-meter: {line: gateway, unit: 3, profile: eastron-sdm630}
                  wind-meter: {line: direct, unit: 1, profile: janitza-umg96}
                plants:
                  solar-park: {line: gateway, unit: 4, profile: kilowatt-set-point, rating: 20 MW}
                nodes:
                  solar: {meter: solar-meter, rating: 20 MW, plants: [solar-park], %s}
                  wind: {meter: wind-meter, rating: 10 MW, %s}
                """.formatted(port, port + 1, Cabinet.NODE, Cabinet.NODE);
    }

    @Test
    void scanIdentifyCommissionCheckAndRun() throws IOException, InterruptedException {
        int port = Peer.freePort();
        String gateway = "tcp:127.0.0.1:" + port;
        String direct = "tcp:127.0.0.1:" + (port + 1);
        try (Program site = cabinet().simulate(devices(port), "")) {
            Verb scan = cabinet().verb(NONE, "scan", gateway + "-" + (port + 1), "--units", "1-4");
            assertEquals(0, scan.code(), scan::printed);
            assertTrue(scan.printed().contains(gateway + " unit 3"), scan::printed);
            assertTrue(scan.printed().contains(gateway + " unit 4"), scan::printed);
            assertTrue(scan.printed().contains("3 found"), scan::printed);

            Verb identify = cabinet().verb(NONE, "identify", direct);
            assertEquals(0, identify.code(), identify::printed);
            assertTrue(identify.printed().contains("janitza-umg96"), identify::printed);
            assertTrue(identify.printed().contains("frequency 19050 (doc. 19050)"), identify::printed);

            Verb commission = commission(gateway, direct);
            assertEquals(0, commission.code(), () -> commission.printed() + site.lines());
            assertTrue(commission.printed().contains("the file is accepted"), commission::printed);
            assertTrue(commission.printed().contains("set-point written back: 20 MW"), commission::printed);
        }
        assertSheets();
        Verb check = cabinet()
                .verb(NONE, "check", folder.resolve("site/substation.yaml").toString());
        assertEquals(0, check.code(), check::printed);
        try (Program agent = cabinet().run(folder.resolve("site/substation.yaml"))) {
            agent.terminate();
        }
    }

    private Verb commission(String gateway, String direct) throws IOException, InterruptedException {
        List<String> answers = List.of(
                "kestrel",
                "A. Technician",
                "60",
                "11000",
                "meter",
                "eastron-sdm630",
                "solar-meter",
                "in",
                "1200",
                "",
                "",
                "",
                "solar",
                "20 MW",
                "0.5",
                "plant",
                "meter",
                "janitza-umg96",
                "wind-meter",
                "in",
                "",
                "",
                "",
                "",
                "wind",
                "10 MW",
                "0.5",
                "kilowatt-set-point",
                "solar-park",
                "solar",
                "20 MW",
                "y",
                "USD",
                "w",
                "tcp://127.0.0.1:1");
        return cabinet()
                .verb(
                        answers,
                        "commission",
                        gateway + "@3",
                        gateway + "@4",
                        direct + "@1",
                        "--steps",
                        "40",
                        "--hold",
                        "1",
                        "--deadline",
                        "5000",
                        "--longest",
                        "40",
                        "--out",
                        folder.resolve("site").toString());
    }

    private void assertSheets() throws IOException {
        String report = Files.readString(folder.resolve("site/report.txt"));
        assertTrue(report.contains("cap 8 MW: kept"), report);
        assertTrue(report.contains("rotation right"), report);
        assertTrue(report.lines().allMatch(line -> line.length() <= 80), report);
        String page = Files.readString(folder.resolve("site/report.html"));
        assertTrue(page.contains("Plant solar-park"), page);
    }

    /** A transformer mounted the wrong way round is seen, named and answered with what to do. */
    @Test
    void aReversedTransformerIsFoundByItsPhases() throws IOException, InterruptedException {
        int port = Peer.freePort();
        Path out = folder.resolve("site");
        try (Program site = cabinet().simulate(devices(port), "0s wind-meter ct-l1-reversed")) {
            Await.until(
                    "the transformer is turned",
                    () -> site.lines().stream().anyMatch("0s wind-meter ct-l1-reversed"::equals));
            Verb commission = cabinet()
                    .verb(
                            List.of("s", "a", "60", "", "meter", "janitza-umg96", "m", "in", "", "", "", "", "-"),
                            "commission",
                            "tcp:127.0.0.1:" + (port + 1),
                            "--out",
                            out.toString());
            assertEquals(2, commission.code(), commission::printed);
            assertTrue(commission.printed().contains("CT of L1 reversed"), commission::printed);
            assertTrue(Files.readString(out.resolve("report.txt")).contains("exchange its two secondary leads"));
        }
    }

    /** OpenEMS/openems#3633: technicians want a raw read tool; the same verbs against a server that we did not write. */
    @Test
    void aMeterServedByPymodbusIsIdentifiedReadAndWritten() throws IOException, InterruptedException {
        int port = Peer.freePort();
        String line = "tcp:127.0.0.1:" + port;
        String script = Objects.requireNonNull(BringUpTest.class.getResource("/peers/pymodbus_meter.py"))
                .getPath();
        List<String> command = List.of("/usr/bin/python3", script, Integer.toString(port));
        try (Peer peer = Peer.server("python3-pymodbus", port, command)) {
            Verb identify = cabinet().verb(NONE, "identify", line);
            assertEquals(0, identify.code(), identify::printed);
            assertTrue(identify.printed().contains("schneider-pm5500"), identify::printed);
            assertTrue(identify.printed().contains("frequency 3109 (doc. 3110) = 59.987 Hz"), identify::printed);

            Verb read = cabinet().verb(NONE, "read", line, "3059", "f32");
            assertTrue(
                    read.printed().contains("3059 (doc. 3060)")
                            && read.printed().contains("= -31500"),
                    read::printed);

            Verb refused = cabinet().verb(List.of("n"), "write", line, "1000", "u32", "1234");
            assertEquals(2, refused.code(), refused::printed);
            assertTrue(refused.printed().contains("nothing was written"), refused::printed);
            assertTrue(
                    cabinet().verb(NONE, "read", line, "1000", "u32").printed().contains("= 60000"));

            Verb written = cabinet().verb(NONE, "write", line, "1000", "u32", "1234", "--yes");
            assertEquals(0, written.code(), written.printed() + peer.output());
            assertTrue(
                    cabinet().verb(NONE, "read", line, "1000", "u32").printed().contains("= 1234"));
        }
    }

    @Test
    void aDeadLineIsOneLineThatSaysWhatToCheckFirst() throws IOException, InterruptedException {
        Verb read = cabinet().verb(NONE, "read", "tcp:127.0.0.1:" + Peer.freePort(), "0");
        assertEquals(2, read.code(), read::printed);
        assertEquals(1, read.lines(), read::printed);
        assertTrue(read.printed().contains("check power, cable, address and port"), read::printed);
        Verb nonsense = cabinet().verb(NONE, "read", "smoke:signal", "0");
        assertEquals(1, nonsense.code(), nonsense::printed);
        assertEquals(1, nonsense.lines(), nonsense::printed);
        assertFalse(nonsense.printed().contains("Exception"), nonsense::printed);
    }
}
