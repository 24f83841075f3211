package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.FlightReplay;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.flight.FlightReader;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.drivers.modbus.ModbusServer;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.simulate.RecordedBus;

/** An order, a meter that falls silent, the end: recorded, told in sentences, and played again. */
class FlightRecorderStoryTest {

    @TempDir
    Path folder;

    @Test
    void whatHappenedIsToldInSentencesAndReplaysWithTheSameValuesAndDecisions() throws Exception {
        String configuration;
        Path ring;
        try (Riverside riverside = new Riverside(folder)) {
            anOrderWhileTheMeterFallsSilent(riverside);
            configuration = riverside.configuration();
            ring = riverside.ledger().resolve(Agent.FLIGHT);
            assertToldInSentences(riverside.ledger());
        }
        SubstationConfig config = config(configuration);
        FlightReplay.Outcome replay = FlightReplay.of(ring, config.settings());
        assertEquals(List.of(), replay.differences());
        assertTrue(replay.events() > 50, replay.toString());
        assertEquals(0, replay.gaps());

        for (String line : List.of("hydro-meter-line", "solar-meter-line")) {
            assertSameValues(configuration, ring, line);
        }
    }

    private static void anOrderWhileTheMeterFallsSilent(Riverside riverside) {
        DeskLink iso = riverside.openWithHydroMetered();
        Instant now = Instant.now();
        byte[] order = OrderMessages.write("riverside", WholeAgentTest.order("h1", now, now.plusSeconds(12)));
        iso.publish(Riverside.TOPICS.orders(), order, false).join();
        riverside.await("hydro's meter confirms", e -> e.key().equals("h1/CONFIRMED_BY_METER"));
        riverside.substation().misbehave("solar-meter", Fault.of(Fault.Kind.SILENT));
        riverside.await("the verdict arrives", e -> e.kind().equals("verdict"));
        riverside.stopAgent();
    }

    private void assertToldInSentences(Path data) throws Exception {
        Verb order = Verb.run(folder, List.of(), "explain", "h1", "--data", data.toString());
        assertEquals(0, order.code(), order.printed());
        for (String words : List.of(
                "Order h1",
                "iso",
                "node hydro",
                "20000 kW",
                "not signed",
                "hydro-station was told 20 MW",
                "confirmed",
                "meter hydro-meter",
                "COMPLIED",
                "pending",
                "Nothing was lost")) {
            assertTrue(order.printed().contains(words), words + " is not in: " + order.printed());
        }
        String time = entries(data.resolve(Agent.FLIGHT)).stream()
                .filter(entry -> entry.kind().equals("cap") && entry.body().has("order"))
                .findFirst()
                .orElseThrow()
                .at()
                .toString();
        Verb moment = Verb.run(folder, List.of(), "explain", time, "--data", data.toString());
        assertEquals(0, moment.code(), moment.printed());
        assertTrue(moment.printed().contains("cap on hydro"), moment.printed());
        assertTrue(moment.printed().contains("solar-meter-line"), moment.printed());
    }

    /** A driver that reads the recorded line gets what the agent's driver got, visit for visit. */
    private void assertSameValues(String configuration, Path ring, String line) throws IOException {
        List<JsonNode> visits = new ArrayList<>();
        for (FlightEntry entry : entries(ring)) {
            JsonNode event = entry.body().path("event");
            if (event.path("type").asText().equals("MeterRead")
                    && event.path("meter").asText().equals(line.replace("-line", ""))) {
                visits.add(event.path("reading"));
            }
        }
        RecordedBus recorded = RecordedBus.read(ring, line);
        try (ModbusServer server = ModbusServer.start("127.0.0.1", 0, recorded)) {
            String moved = configuration.replaceFirst(
                    "(?m)^  " + line + ": \\{(.*)port: \\d+", "  " + line + ": {$1port: " + server.port());
            int same = 0;
            try (Bus bus =
                    Objects.requireNonNull(config(moved).lines().get(line)).open()) {
                var meter = bus.meter(line.replace("-line", ""));
                for (JsonNode visit : visits) {
                    if (visit.at("/power/quality").asText().equals("GOOD")) {
                        assertEquals(
                                visit.at("/power/value/watts").asLong(),
                                meter.read().power().value().orElseThrow().watts());
                        same++;
                    }
                }
            }
            assertTrue(same > 5, line + ": " + same + " visits");
        }
    }

    private static List<FlightEntry> entries(Path ring) throws IOException {
        List<FlightEntry> entries = new ArrayList<>();
        FlightReader.read(ring, entries::add);
        return entries;
    }

    private static SubstationConfig config(String text) {
        Problems problems = new Problems();
        return SubstationFile.read("riverside.yaml", text, Path.of("../config"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }
}
