package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;

/** The statement as its reader gets it: from the ledger of a running agent, recomputed by a script that shares no code. */
class StatementStoryTest {

    @Test
    void theStatementOfARunningAgentIsRecomputedFromItsPrintedInputs(@TempDir Path folder) throws Exception {
        try (Riverside riverside = new Riverside(folder)) {
            riverside.broker().start();
            DeskLink iso = riverside.openIso();
            riverside.startAgent();
            riverside.awaitSubscription();
            riverside.await("an interval is settled without a schedule", e -> isLine(e.kind(), e.body(), "wind", 1));
            riverside.publishMarket("hydro", "27 MW", "30.00", "42.00");
            riverside.publishMarket("wind", "20 MW", "30.00", "42.00");
            insure(iso);
            Instant now = Instant.now();
            iso.publish(Riverside.TOPICS.orders(), OrderMessages.write("riverside", order(now)), false)
                    .join();
            riverside.await("wind is settled anew", e -> isLine(e.kind(), e.body(), "wind", 2));
            riverside.await(
                    "a unit stood back",
                    e -> e.body().path("units").path(0).path("curtailed_wh").asLong() > 0
                            && e.kind().equals("statement"));

            Path json = folder.resolve("statement.json");
            Files.writeString(json, statement(riverside, "--format", "json"));
            assertEquals("", recompute(json), "every amount follows from its printed inputs");

            ObjectNode report = Json.read(Files.readAllBytes(json));
            assertTrue(hasItem(report, "premium"), "premiums are on the statement");
            assertTrue(hasItem(report, "fee"), "fees are on the statement");
            ((ObjectNode) report.path("lines").path(0)).put("amount", 12345);
            Files.write(json, Json.bytes(report));
            assertTrue(recompute(json).contains("12345"), "a false amount is found");
            assertExplained(riverside, report);
        }
    }

    private static void assertExplained(Riverside riverside, ObjectNode report) throws Exception {
        String all = statement(riverside, "--format", "csv", "--all-versions");
        assertTrue(all.contains("SUPERSEDED"), "the first version of wind's line is in the history");
        String id = priced(report);
        String explained = statement(riverside, "--explain", id);
        assertTrue(explained.contains("own-choice"), explained);
        assertTrue(explained.contains("2^n"), explained);
        assertTrue(statement(riverside).contains("a shadow settlement"), "the notice is on the text");
    }

    /** A line with a price of its own: on a busy machine the first interval may have no good reading. */
    private static String priced(ObjectNode report) {
        for (JsonNode line : report.path("lines")) {
            if (line.has("frequency_mhz") && line.has("deviation_wh")) {
                return line.path("id").asText();
            }
        }
        throw new AssertionError("no line is priced: " + report);
    }

    private static boolean isLine(String kind, JsonNode body, String node, int version) {
        return kind.equals("statement")
                && body.path("node").asText().equals(node)
                && body.path("version").asInt() == version;
    }

    private static boolean hasItem(JsonNode report, String item) {
        for (JsonNode line : report.path("lines")) {
            for (JsonNode unit : line.path("units")) {
                if (unit.has(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A unit at hydro that pays a premium and sells in the east. */
    private static void insure(DeskLink iso) {
        InsuredTranche unit = new InsuredTranche(
                "hydro-a",
                ActivePower.parse("27 MW"),
                Optional.of(Price.parse("30.00")),
                Optional.of(Price.parse("3.57")),
                Optional.of("east"));
        Interval span =
                new Interval(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        iso.publish(
                        Riverside.TOPICS.spot("east"),
                        MarketMessages.spot("east", List.of(new SpotBlock(span, Price.parse("47.31")))),
                        true)
                .join();
        iso.publish(Riverside.TOPICS.tranches("hydro"), MarketMessages.tranches("hydro", List.of(unit)), true)
                .join();
    }

    static String statement(Riverside riverside, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.wolfgate.agent.cli.Main",
                "statement",
                "-c",
                "../config/demo.yaml",
                "--data",
                riverside.ledger().toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), "statement succeeds: " + out);
        return out;
    }

    /** What the script finds wrong; empty if nothing is. */
    static String recompute(Path json) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", "recompute", json.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : out;
    }

    private static CurtailmentOrder order(Instant now) {
        return new CurtailmentOrder(
                "h1",
                1,
                "iso",
                "hydro",
                ActivePower.parse("20 MW"),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plusSeconds(30),
                Duration.ofSeconds(10),
                "a test",
                now);
    }
}
