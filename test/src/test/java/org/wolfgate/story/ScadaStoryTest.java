package org.wolfgate.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Peer;
import org.wolfgate.peers.Program;

/** A control system of another maker polls the agent: pymodbus and libmodbus, through mbpoll. */
class ScadaStoryTest {

    private static final String HYDRO = "3";
    private static final int NOT_AVAILABLE = Integer.MIN_VALUE;

    private final int port = Peer.freePort();

    @Test
    void aControlSystemReadsCapReasonAndPowerAndNeverTakesASilentMeterForMeasured(@TempDir Path folder)
            throws Exception {
        try (Riverside riverside = Riverside.with(folder, "scada: {port: " + port + "}\n")) {
            DeskLink iso = riverside.openWithHydroMetered();
            Instant now = Instant.now();
            byte[] order = OrderMessages.write("riverside", WholeAgentTest.order("h1", now, now.plusSeconds(60)));
            iso.publish(Riverside.TOPICS.orders(), order, false).join();
            riverside.await("hydro's meter confirms", e -> e.key().equals("h1/CONFIRMED_BY_METER"));

            JsonNode seen = pymodbus();
            assertEquals(1, seen.path("version").asInt());
            assertEquals(1, seen.path("limited").asInt());
            assertEquals(200_000, seen.path("cap").asInt(), "20 MW in steps of 100 W");
            assertEquals(1, seen.path("reason").asInt());
            assertEquals(0, seen.path("validity").asInt());
            assertTrue(Math.abs(seen.path("power").asInt() - 200_000) < 5_000, seen.toString());
            assertEquals("h1", seen.path("order").asText());
            assertEquals("a test", seen.path("why").asText());
            assertTrue(seen.path("sentence").asText().startsWith("CAP 20 MW UNTIL "), seen.toString());
            assertEquals("hydro-a", seen.path("unit").asText());
            assertEquals(200_000, seen.path("unit_cap").asInt());
            assertTrue(seen.path("write_refused").asBoolean(), seen.toString());
            assertEquals(List.of("200000"), mbpoll("7"), "libmodbus reads the same cap");

            riverside.substation().misbehave("hydro-meter", Fault.of(Fault.Kind.SILENT));
            Await.until("the silence shows", () -> mbpoll("14").equals(List.of(Integer.toString(NOT_AVAILABLE))));
            assertEquals(4, pymodbus().path("validity").asInt());
        }
    }

    private JsonNode pymodbus() throws Exception {
        String script = Path.of(ScadaStoryTest.class
                        .getResource("/peers/pymodbus_scada.py")
                        .toURI())
                .toString();
        try (Program program = Program.start(List.of("/usr/bin/python3", script, Integer.toString(port), HYDRO))) {
            assertEquals(0, program.awaitEnd(), () -> program.lines().toString());
            String line = program.lines().stream()
                    .filter(l -> l.startsWith("{"))
                    .findFirst()
                    .orElseThrow();
            return Json.read(line.getBytes(UTF_8));
        }
    }

    /** Two registers as mbpoll shows them, high word first. */
    private List<String> mbpoll(String address) {
        List<String> command =
                new ArrayList<>(List.of("mbpoll", "-m", "tcp", "-p", Integer.toString(port), "-a", HYDRO));
        command.addAll(List.of("-0", "-1", "-B", "-t", "4:int", "-r", address, "-c", "1", "127.0.0.1"));
        try (Program program = Program.start(command)) {
            program.awaitEnd();
            return program.lines().stream()
                    .filter(line -> line.startsWith("[" + address + "]:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .toList();
        }
    }
}
