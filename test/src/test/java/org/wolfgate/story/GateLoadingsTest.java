package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MarketMessages;

/** The ISO's word on a flowgate, through a real broker, to the price of a running agent and to its reader. */
class GateLoadingsTest {

    private static final String PARAMETERS = "    parameters: illustrative-60hz";

    /** The whole of the transformer's loading is wind's; mid is the ISO's to tell. */
    private static final String GATES = PARAMETERS + """

                gates:
                  mid:
                    scale: 1.00
                    doubling: 0.10
                    stale-after: 6 s
                    nodes: {wind: 0.4}
                  own:
                    scale: 1.00
                    doubling: 0.50
            #""";

    private static final String OWN_GATE = """
            flowgates:
              own:
                forward: 500 MW
                meters: {transformer: 1}
                nodes: {hydro: 1}
            """;

    @Test
    void aLoadingMovesThePriceAStaleOneIsFlaggedAndALateOneCorrects(@TempDir Path folder) throws Exception {
        try (Riverside riverside = Riverside.with(folder, OWN_GATE)) {
            riverside.broker().start();
            DeskLink iso = riverside.openIso();
            riverside.startAgent(riverside.configuration().replace(PARAMETERS, GATES));
            riverside.awaitSubscription();
            riverside.publishMarket("wind", "20 MW", "30.00", "42.00");
            UpstreamCopy.Entry first = riverside.await(
                    "wind is settled without a loading",
                    e -> isLine(
                            e, line -> line.toString().contains("FLOWGATE_MISSING:mid") && line.has("frequency_mhz")));
            assertEquals("PROVISIONAL", first.body().path("finality").asText());

            Instant start = Instant.parse(first.body().path("start").asText());
            tell(iso, "0.5", start.plusSeconds(2));
            tell(iso, "-0.9", Instant.now());
            UpstreamCopy.Entry corrected = riverside.await(
                    "the late loading prices the line anew",
                    e -> isLine(
                            e,
                            line -> line.path("start").equals(first.body().path("start"))
                                    && line.path("version").asInt()
                                            > first.body().path("version").asInt()));
            assertEquals("31.000000", gate(corrected).path("price").asText());
            assertEquals(
                    first.body().path("price").decimalValue().subtract(new BigDecimal("12.40")),
                    corrected.body().path("price").decimalValue(),
                    "0.4 x 31 less than without the loading");
            UpstreamCopy.Entry raised = riverside.await(
                    "a loading in time raises the price",
                    e -> isLine(e, line -> line.at("/gates/0/price").asText().equals("-511.000000")));
            riverside.await(
                    "the loading has become stale and is not used again",
                    e -> isLine(
                            e,
                            line -> raised.key().compareTo(e.key()) < 0
                                    && !gate(e).has("loading")
                                    && line.toString().contains("FLOWGATE_MISSING:mid")));
            riverside.await(
                    "the agent's own meter loads the other gate",
                    e -> isLine(e, "hydro", line -> line.at("/gates/0/loading").asDouble() > 0));
            assertTold(riverside, folder, corrected.key());
        }
    }

    private static void assertTold(Riverside riverside, Path folder, String id) throws Exception {
        Path json = folder.resolve("statement.json");
        Files.writeString(json, StatementStoryTest.statement(riverside, "--format", "json"));
        assertEquals("", StatementStoryTest.recompute(json), "every price follows from its printed inputs");
        ObjectNode report = Json.read(Files.readAllBytes(json));
        for (JsonNode line : report.path("lines")) {
            if (line.at("/gates/0/loading").isNumber() && line.has("frequency_mhz")) {
                ((ObjectNode) line.at("/gates/0")).put("loading", new BigDecimal("0.7"));
            }
        }
        Files.write(json, Json.bytes(report));
        assertTrue(StatementStoryTest.recompute(json).contains("price is printed as"), "a false loading is found");
        String explained = StatementStoryTest.statement(riverside, "--explain", id);
        assertTrue(
                explained.contains("Flowgate mid: loading 0.5, so 1.00 x (2^(0.5 / 0.1) - 1) = 31.000000 per MWh; the"
                        + " node's factor 0.4 takes 12.400000 off the price"),
                explained);
    }

    private static void tell(DeskLink iso, String loading, Instant at) {
        iso.publish(Riverside.TOPICS.loading("mid"), MarketMessages.loading("mid", at, PerUnit.parse(loading)), false)
                .join();
    }

    private static JsonNode gate(UpstreamCopy.Entry line) {
        return line.body().path("gates").path(0);
    }

    private static boolean isLine(UpstreamCopy.Entry entry, Predicate<JsonNode> wanted) {
        return isLine(entry, "wind", wanted);
    }

    private static boolean isLine(UpstreamCopy.Entry entry, String node, Predicate<JsonNode> wanted) {
        return entry.kind().equals("statement")
                && entry.body().path("node").asText().equals(node)
                && wanted.test(entry.body());
    }
}
