package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Peer;
import org.wolfgate.peers.Program;

/**
 * A cabinet with a serial bus and SunSpec devices, brought up from nothing: a meter with a profile and a SunSpec meter share
 * the bus, a SunSpec inverter is on the network, and an old plant hangs on relays.
 */
class SerialBringUpTest {

    private static final List<String> NONE = List.of();

    @TempDir
    private Path folder = Path.of("");

    private Cabinet cabinet() {
        return new Cabinet(folder);
    }

    private String bus() {
        return folder.resolve("bus").toString();
    }

    private String devices(int port) {
        return """
                lines:
                  bus: {family: modbus-rtu, device: %s, baud: 19200, frame: 8E1}
                  inverters: {family: modbus-tcp, host: 127.0.0.1, port: %d}
                meters:
                  solar-meter: {line: bus, unit: 3, profile: carlo-gavazzi-em340}
                  wind-meter: {line: bus, unit: 7, profile: sunspec, positive-power: export}
                plants:
                  solar-park: {line: inverters, unit: 1, profile: sunspec, rating: 20 MW}
                nodes:
                  solar: {meter: solar-meter, rating: 20 MW, plants: [solar-park], %s}
                  wind: {meter: wind-meter, rating: 10 MW, %s}
                """.formatted(bus(), port, Cabinet.NODE, Cabinet.NODE);
    }

    @Test
    void scanIdentifyCommissionAndRunOnASerialBusSunSpecAndRelays() throws IOException, InterruptedException {
        int port = Peer.freePort();
        String serial = "rtu:" + bus();
        try (Program site = cabinet().simulate(devices(port), "")) {
            Verb scan = cabinet().verb(NONE, "scan", serial, "--units", "3,7", "--deadline", "300");
            assertEquals(0, scan.code(), () -> scan.printed() + site.printed());
            String found = scan.printed()
                    .lines()
                    .filter(line -> line.contains(" unit 7"))
                    .findFirst()
                    .orElseThrow();
            String address = found.substring(0, found.indexOf(' '));
            assertTrue(scan.printed().contains(address + " unit 3"), scan::printed);

            Verb identify = cabinet().verb(NONE, "identify", address, "--unit", "3", "--deadline", "2000");
            assertShows(identify, "carlo-gavazzi-em340", "identity 11 (doc. 300012) = 331");

            Verb commission = commission(address, "tcp:127.0.0.1:" + port);
            assertShows(commission, "identity 11 (doc. 300012) = 331");
            assertShows(commission, "SunSpec at 40000: wolfgate simulated meter", "models 1 203");
            assertShows(commission, "simulated inverter", "models 1 701 702 704");
            assertShows(commission, "cap 6 MW: kept", "set-point written back: 20 MW", "the file is accepted");
        }
        String report = Files.readString(folder.resolve("site/report.txt"));
        assertTrue(report.contains("contact k60: 60 %; line: 26, active: low, energise-to: curtail"), report);
        try (Program agent = cabinet().run(folder.resolve("site/substation.yaml"))) {
            assertTrue(agent.isAlive(), agent::printed);
        }
    }

    private static void assertShows(Verb verb, String... parts) {
        assertEquals(0, verb.code(), verb::printed);
        for (String part : parts) {
            assertTrue(verb.printed().contains(part), () -> part + " is missing in: " + verb.printed());
        }
    }

    private Verb commission(String serial, String inverter) throws IOException, InterruptedException {
        List<String> answers = List.of(
                "kestrel",
                "A. Technician",
                "60",
                "11000",
                "meter",
                "",
                "solar-meter",
                "in",
                "",
                "",
                "",
                "",
                "solar",
                "20 MW",
                "0.5",
                "meter",
                "",
                "wind-meter",
                "in",
                "",
                "",
                "",
                "",
                "wind",
                "10 MW",
                "0.5",
                "plant",
                "",
                "solar-park",
                "solar",
                "20 MW",
                "y",
                "k60",
                "60",
                "26",
                "low",
                "curtail",
                "wait",
                "keep",
                "",
                "",
                "old-wind",
                "wind",
                "10 MW",
                "n",
                "",
                "USD",
                "w",
                "tcp://127.0.0.1:1");
        return cabinet()
                .verb(
                        answers,
                        "commission",
                        serial + "@3",
                        serial + "@7",
                        inverter + "@1",
                        "gpio:mock",
                        "--steps",
                        "30",
                        "--hold",
                        "1",
                        "--deadline",
                        "2000",
                        "--longest",
                        "40",
                        "--out",
                        folder.resolve("site").toString());
    }
}
