package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/** A SCADA comes that speaks Sparkplug B and knows nothing of us; everything it hears is decoded by its own program. */
class SparkplugStoryTest {

    private static final String PRIMARY = "  sparkplug: {group: grid, host: scada}\n";
    private static final String ANY = "  sparkplug: {group: grid}\n";

    @TempDir
    Path folder;

    @Test
    void primaryHostComesAsksForRebirthGoesAndGetsWhatItMissedAsHistory() throws IOException {
        try (Riverside riverside = new Riverside(folder)) {
            riverside.broker().start();
            riverside.openIso();
            try (ScadaHost scada = new ScadaHost(riverside.broker())) {
                riverside.startAgent(configuration(riverside, PRIMARY));
                riverside.await("intervals close", entry -> entry.kind().equals("interval"));
                assertEquals(List.of(), scada.messages(), "nothing is said before the primary host is there");

                scada.says(true);
                scada.awaitCount("DBIRTH", 4);
                bornInOrder(scada.messages().subList(0, 5));
                readsTheWind(scada);

                scada.asksForRebirth(folder);
                scada.awaitCount("NBIRTH", 2);
                JsonNode again = scada.messages("NBIRTH").get(1);
                assertEquals(0, number(again, "bdSeq"), "the same session");
                assertEquals(0, again.get("seq").asLong());

                scada.says(false);
                scada.awaitCount("NDEATH", 1);
                assertEquals(0, number(scada.messages("NDEATH").get(0), "bdSeq"));
                assertFalse(scada.messages("NDEATH").get(0).has("seq"), "a death has no sequence");
                int heard = scada.messages().size();
                long before = intervals(riverside);
                riverside.await("more intervals close", entry -> intervals(riverside) > before + 3);
                assertEquals(heard, scada.messages().size(), "nothing is said to nobody");

                scada.says(true);
                scada.awaitCount("NBIRTH", 3);
                assertEquals(1, number(scada.messages("NBIRTH").get(2), "bdSeq"), "a new session");
                Await.until(
                        "every interval of the ledger was told",
                        () -> told(scada).containsAll(stored(riverside)),
                        () -> "told " + told(scada) + ", stored " + stored(riverside));
                assertTrue(historical(scada).size() >= 3, "what it missed came as history: " + historical(scada));
            }
        }
    }

    @Test
    void deadAgentIsToldByTheBrokerAndComesBackUnderTheNextNumber() throws IOException {
        try (Riverside riverside = new Riverside(folder)) {
            riverside.broker().start();
            try (ScadaHost scada = new ScadaHost(riverside.broker())) {
                Path file = Files.writeString(folder.resolve("riverside.yaml"), configuration(riverside, ANY));
                try (Program agent = AgentCrashTest.agent(file)) {
                    scada.awaitCount("DDATA", 3);
                    agent.kill();
                }
                scada.awaitCount("NDEATH", 1);
                JsonNode death = scada.messages("NDEATH").get(0);
                assertEquals(number(scada.messages("NBIRTH").get(0), "bdSeq"), number(death, "bdSeq"));
                riverside.startAgent(configuration(riverside, ANY));
                scada.awaitCount("NBIRTH", 2);
                assertEquals(
                        number(death, "bdSeq") + 1,
                        number(scada.messages("NBIRTH").get(1), "bdSeq"));
            }
        }
    }

    @Test
    void meterThatFallsSilentIsNullAndStaleAndNeverAZero() throws IOException {
        try (Riverside riverside = new Riverside(folder)) {
            riverside.broker().start();
            try (ScadaHost scada = new ScadaHost(riverside.broker())) {
                riverside.startAgent(configuration(riverside, ANY));
                readsTheWind(scada);
                // Every simulated device is gone; the agent is not.
                riverside.substation().close();
                scada.await(
                        "the transformer's meter dies",
                        message -> ScadaHost.topic(message).endsWith("DDEATH/riverside/meter.transformer"));
                long alias = alias(scada, "wind", "Power");
                JsonNode gone = scada.await(
                        "the wind's power is unknown",
                        message -> ScadaHost.metrics(message).stream()
                                .anyMatch(metric -> metric.path("alias").asLong() == alias
                                        && metric.path("is_null").asBoolean()));
                JsonNode power = ScadaHost.metrics(gone).stream()
                        .filter(metric -> metric.path("alias").asLong() == alias)
                        .findFirst()
                        .orElseThrow();
                assertTrue(power.get("value").isNull(), power.toString());
                assertEquals(500, power.get("Quality").asInt());
                assertTrue(power.get("Reason").asText().contains("wind-meter"), power.toString());
            }
        }
    }

    private static String configuration(Riverside riverside, String sparkplug) throws IOException {
        return riverside
                .configuration()
                .replace("interval: 5 s", "interval: 2 s")
                .replace("client-id: riverside-agent\n", "client-id: riverside-agent\n" + sparkplug);
    }

    /** The node first, then its devices; numbered on; every metric with name, alias, type and time. */
    private static void bornInOrder(List<JsonNode> births) {
        assertEquals("spBv1.0/grid/NBIRTH/riverside", ScadaHost.topic(births.get(0)));
        assertEquals(0, number(births.get(0), "bdSeq"));
        JsonNode rebirth = ScadaHost.metric(births.get(0), "Node Control/Rebirth");
        assertFalse(rebirth.get("value").asBoolean() || rebirth.has("alias"), rebirth.toString());
        assertEquals(
                Set.of("solar", "wind", "hydro", "meter.transformer"),
                births.stream()
                        .skip(1)
                        .map(ScadaHost::topic)
                        .map(topic -> topic.replace("spBv1.0/grid/DBIRTH/riverside/", ""))
                        .collect(Collectors.toSet()));
        Set<Long> aliases = new TreeSet<>();
        for (int i = 0; i < births.size(); i++) {
            assertEquals(i, births.get(i).get("seq").asInt());
            for (JsonNode metric : ScadaHost.metrics(births.get(i))) {
                assertTrue(metric.has("name") && metric.has("datatype") && metric.has("timestamp"), metric.toString());
                assertTrue(
                        !metric.has("alias") || aliases.add(metric.get("alias").asLong()), "one alias, one metric");
            }
        }
        assertTrue(aliases.size() > 50, aliases.toString());
    }

    private static void readsTheWind(ScadaHost scada) {
        scada.awaitCount("DBIRTH", 4);
        long alias = alias(scada, "wind", "Power");
        JsonNode data = scada.await(
                "the wind blows",
                message -> ScadaHost.metrics(message).stream()
                        .anyMatch(metric -> metric.path("alias").asLong() == alias
                                && metric.path("value").asLong() > 1_000_000
                                && metric.path("Quality").asInt() == 192));
        assertTrue(data.has("seq") && data.has("timestamp"), data.toString());
    }

    private static long alias(ScadaHost scada, String device, String name) {
        JsonNode birth = scada.await(
                "birth of " + device, message -> ScadaHost.topic(message).endsWith("DBIRTH/riverside/" + device));
        return ScadaHost.metric(birth, name).get("alias").asLong();
    }

    private static long number(JsonNode message, String name) {
        return ScadaHost.metric(message, name).get("value").asLong();
    }

    /** Device and start of every interval that the host was told, live or as history. */
    private static Set<String> told(ScadaHost scada) {
        return starts(scada, false);
    }

    private static Set<String> historical(ScadaHost scada) {
        return starts(scada, true);
    }

    private static Set<String> starts(ScadaHost scada, boolean historicalOnly) {
        Map<Long, String> names = scada.names();
        return scada.messages().stream()
                .flatMap(message -> ScadaHost.metrics(message).stream()
                        .filter(metric ->
                                !historicalOnly || metric.path("is_historical").asBoolean())
                        .filter(metric -> metric.path("value").isNumber())
                        .filter(metric -> metric.path("name")
                                .asText(names.getOrDefault(metric.path("alias").asLong(), ""))
                                .equals("Interval/Start"))
                        .map(metric -> ScadaHost.topic(message).replaceFirst(".*/", "") + " "
                                + Instant.ofEpochMilli(metric.get("value").asLong())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long intervals(Riverside riverside) {
        return riverside.records().entries().stream()
                .filter(entry -> entry.kind().equals("interval"))
                .count();
    }

    private static Set<String> stored(Riverside riverside) {
        try (LedgerReader ledger = Ledger.openReadOnly(riverside.ledger())) {
            return ledger.after(0, 100_000).stream()
                    .map(stored -> stored.record())
                    .filter(record -> record.kind().equals("interval"))
                    .map(record -> record.key().split("/", -1))
                    .map(key -> key[0] + " " + key[1])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
