package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Peer;
import org.wolfgate.peers.Program;

/**
 * A cabinet with a serial bus and SunSpec devices, brought up from nothing: a meter with a profile and a SunSpec meter share
 * the bus, a SunSpec inverter is on the network.
 */
class SerialBringUpTest {

    private static final List<String> NONE = List.of();

    @TempDir
    private Path folder = Path.of("");

    private String bus() {
        return folder.resolve("bus").toString();
    }

    private Path original(int port) throws IOException {
        return Files.writeString(folder.resolve("original.yaml"), """
                substation: kestrel
                currency: USD
                frequency: 60 Hz
                settlement: {interval: 5 min, pricing: {parameters: illustrative-60hz}}
                trust: {orders: unsigned-bench}
                uplink: {broker: "tcp://127.0.0.1:1", client-id: kestrel-agent}
                lines:
                  bus: {family: modbus-rtu, device: %s, baud: 19200, frame: 8E1}
                  inverters: {family: modbus-tcp, host: 127.0.0.1, port: %d}
                meters:
                  solar-meter: {line: bus, unit: 3, profile: carlo-gavazzi-em340}
                  wind-meter: {line: bus, unit: 7, profile: sunspec, positive-power: export}
                plants:
                  solar-park: {line: inverters, unit: 1, profile: sunspec, rating: 20 MW}
                nodes:
                  solar: {zone: w, meter: solar-meter, rating: 20 MW, plants: [solar-park], contract: scheduled, accuracy-class: 0.5 %%}
                  wind: {zone: w, meter: wind-meter, rating: 10 MW, contract: scheduled, accuracy-class: 0.5 %%}
                """.formatted(bus(), port));
    }

    @Test
    void scanIdentifyCommissionCheckAndRunOnASerialBusAndSunSpec() throws IOException, InterruptedException {
        int port = Peer.freePort();
        String serial = "rtu:" + bus();
        try (Program site = simulate(port)) {
            Verb scan = verb(NONE, "scan", serial, "--units", "3,7", "--deadline", "300");
            assertEquals(0, scan.code(), scan::printed);
            String found = scan.printed()
                    .lines()
                    .filter(line -> line.contains(" unit 7"))
                    .findFirst()
                    .orElseThrow();
            String address = found.substring(0, found.indexOf(' '));
            assertTrue(scan.printed().contains(address + " unit 3"), scan::printed);
            identifies(address, "3", "carlo-gavazzi-em340", "identity 11 (doc. 300012) = 331");
            identifies(address, "7", "SunSpec at 40000: wolfgate simulated meter", "models 1 203");
            identifies("tcp:127.0.0.1:" + port, "1", "simulated inverter", "models 1 701 702 704");

            Verb commission = commission(address, "tcp:127.0.0.1:" + port);
            assertEquals(0, commission.code(), () -> commission.printed() + site.lines());
            assertTrue(commission.printed().contains("the file is accepted"), commission::printed);
            assertTrue(commission.printed().contains("cap 6 MW: kept"), commission::printed);
            assertTrue(commission.printed().contains("set-point written back: 20 MW"), commission::printed);

            Path file = folder.resolve("site/substation.yaml");
            Verb check = verb(NONE, "check", file.toString());
            assertEquals(0, check.code(), check::printed);
            runs(file);
        }
    }

    private void identifies(String line, String unit, String... parts) throws IOException, InterruptedException {
        Verb identify = verb(NONE, "identify", line, "--unit", unit);
        assertEquals(0, identify.code(), identify::printed);
        for (String part : parts) {
            assertTrue(identify.printed().contains(part), () -> part + " is missing in: " + identify.printed());
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
                "USD",
                "w",
                "tcp://127.0.0.1:1");
        return verb(
                answers,
                "commission",
                serial + "@3",
                serial + "@7",
                inverter + "@1",
                "--steps",
                "30",
                "--hold",
                "1",
                "--longest",
                "40",
                "--out",
                folder.resolve("site").toString());
    }

    /** The agent takes the file as commissioning wrote it; its broker is not there, which must not matter. */
    private void runs(Path file) throws IOException {
        Path ledger = folder.resolve("data/ledger.db");
        List<String> command = Verb.command(
                "org.wolfgate.agent.cli.Main",
                "run",
                "-c",
                file.toString(),
                "--data",
                folder.resolve("data").toString());
        try (Program agent = Program.start(command)) {
            Await.until(
                    "the agent has its ledger",
                    () -> Files.exists(ledger),
                    () -> agent.lines().toString());
            agent.terminate();
        }
    }

    private Verb verb(List<String> answers, String... arguments) throws IOException, InterruptedException {
        return Verb.run(folder, answers, arguments);
    }

    private Program simulate(int port) throws IOException {
        Program site = Program.start(
                Verb.command("org.wolfgate.simulate.Simulate", original(port).toString()));
        site.awaitLine("the site is served", line -> line.startsWith("serving"));
        return site;
    }
}
