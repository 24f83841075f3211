package org.wolfgate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.story.Verb;

/** Lines through a serial server and inside TLS are simulated as what they are: pymodbus, with OpenSSL, reads both. */
class PymodbusReadsSimulatedLinesTest {

    private static final String FREQUENCY = "(59|60)\\.\\d+";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSerialServerSpeaksRtuAndASecuredDeviceTlsToPymodbusAndToUs() throws IOException, InterruptedException {
        int port = Peer.freePort();
        try (Program site = simulate(port)) {
            List<String> overTcp = pymodbus("rtu+tcp", port, "3", "input", "70");
            assertTrue(overTcp.get(0).matches(FREQUENCY), overTcp::toString);
            assertEquals("ModbusIOException", overTcp.get(1), "a unit that is not there is silent on a bus");

            String trust = folder.resolve("keys/device.pem").toString();
            List<String> secured = pymodbus("tls", port + 1, "1", "holding", "19050", trust);
            assertTrue(secured.get(0).matches(FREQUENCY), secured::toString);
            assertEquals("ExceptionResponse", secured.get(1), "a gateway answers for a unit that is not there");

            identifies("rtu+tcp:127.0.0.1:" + port, "3", "eastron-sdm630", site);
            identifies("tls:127.0.0.1:" + (port + 1) + ":" + trust, "1", "janitza-umg96", site);
        }
    }

    private void identifies(String line, String unit, String make, Program site)
            throws IOException, InterruptedException {
        assertTrue(site.lines().stream().anyMatch(printed -> printed.contains(line + " unit " + unit)), site::printed);
        Verb identify = Verb.run(folder, List.of(), "identify", line, "--unit", unit);
        assertTrue(identify.printed().contains(make), identify::printed);
    }

    private static List<String> pymodbus(String kind, int port, String... rest) {
        String script = Objects.requireNonNull(
                        PymodbusReadsSimulatedLinesTest.class.getResource("/peers/pymodbus_client.py"))
                .getPath();
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script, kind, Integer.toString(port)));
        command.addAll(List.of(rest));
        return Peer.run("python3-pymodbus", command).lines().toList();
    }

    private Program simulate(int port) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                substation: kestrel
                currency: USD
                frequency: 60 Hz
                settlement: {interval: 5 min, pricing: {parameters: illustrative-60hz}}
                trust: {orders: unsigned-bench}
                uplink: {broker: "tcp://127.0.0.1:1", client-id: kestrel-agent}
                lines:
                  bus: {family: modbus-rtu-tcp, host: 127.0.0.1, port: %d}
                  secured: {family: modbus-tls, host: 127.0.0.1, port: %d, trust: %s/keys/device.pem}
                meters:
                  solar-meter: {line: bus, unit: 3, profile: eastron-sdm630}
                  wind-meter: {line: secured, unit: 1, profile: janitza-umg96}
                plants: {}
                nodes:
                  solar: {zone: w, meter: solar-meter, rating: 20 MW, contract: scheduled, accuracy-class: 0.5 %%}
                  wind: {zone: w, meter: wind-meter, rating: 10 MW, contract: scheduled, accuracy-class: 0.5 %%}
                """.formatted(port, port + 1, folder));
        Program site = Program.start(Verb.command(
                "org.wolfgate.simulate.Simulate",
                file.toString(),
                "--tls-keys",
                folder.resolve("keys").toString()));
        site.awaitLine("the site is served", line -> line.startsWith("serving"));
        return site;
    }
}
