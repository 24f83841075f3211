package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.CapsInForce;
import org.wolfgate.agent.KnownPlants;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/**
 * Others push so much through the substation's transformer that its meter shows more than it may carry. Nobody at the ISO
 * has noticed. Hydro has the highest strike, so its compensation is the least: it stands back.
 */
class LocalFlowgateOnModbusTest {

    private static final long LIMIT = 130_000_000;
    private static final long HYSTERESIS = 10_000_000;
    private static final Duration RELEASE_AFTER = Duration.ofSeconds(2);
    private static final String GATE = """

            flowgates:
              t1:
                forward: 130 MW
                meters: {transformer: 1}
                nodes: {solar: 1, wind: 1, hydro: 1}
                hysteresis: 10 MW
                release-after: 2 s
                follow-within: 5 s
            """;
    private static final Pattern CAP = Pattern.compile("node hydro, cap (\\d+(?:\\.\\d+)?) MW: ");

    private Optional<Riverside> scene = Optional.empty();
    private Optional<DeskLink> desk = Optional.empty();

    @BeforeEach
    void everyNodeIsMeteredAndNothingIsOrdered(@TempDir Path folder) throws IOException {
        Riverside riverside = Riverside.quick(folder, GATE);
        scene = Optional.of(riverside);
        KnownPlants.write(riverside.config().settings(), riverside.ledger(), Duration.ofMillis(200));
        riverside.broker().start();
        desk = Optional.of(riverside.openIso());
        riverside.publishMarket("solar", "60 MW", "30.00", "42.00");
        riverside.publishMarket("wind", "45 MW", "20.00", "42.00");
        riverside.publishMarket("hydro", "30 MW", "40.00", "42.00");
        riverside.startAgent();
        riverside.awaitSubscription();
        Await.until(
                "every meter is read",
                () -> Stream.of("solar", "wind", "hydro").allMatch(node -> injection(node) > 0) && flow() > 0);
    }

    @AfterEach
    void leave() {
        scene.ifPresent(Riverside::close);
    }

    @Test
    void theTransformerIsRelievedWithoutAnOrderTheStricterOfItAndAnOrderCountsAndReleaseIsSlow() {
        Riverside riverside = scene.orElseThrow();
        assertTrue(flow() < LIMIT - HYSTERESIS, "it begins with room: " + flow());
        try (Program generator =
                riverside.broker().subscriber("generators", Riverside.TOPICS.root() + "/generator/#", "%p")) {
            for (String strike : List.of("20.00", "30.00", "40.00")) {
                generator.awaitLine("a unit is insured at " + strike, line -> line.contains("\"strike\":" + strike));
            }
            riverside.substation().transit(new ActivePower(LIMIT + 10_000_000 - flow()));
            relieved(riverside, generator);
            combinesWithOrders(riverside);
        }
        riverside.substation().transit(ActivePower.ZERO);
        released(riverside);
    }

    private void relieved(Riverside riverside, Program generator) {
        riverside.await("the relief is on record", LocalFlowgateOnModbusTest::isHydrosCap);
        Await.until("hydro is told why", () -> why("hydro").startsWith("local flowgate t1 would carry"));
        Await.until("hydro's plant obeys", () -> injection("hydro") <= cap("hydro") + 300_000);
        Await.until("the transformer carries what it may", () -> flow() <= LIMIT, () -> flow() + " W");
        assertTrue(cap("hydro") < 20_000_000, "some 13 MW are taken from hydro's 27: " + cap("hydro"));
        for (String spared : List.of("solar", "wind")) {
            assertTrue(telemetry(spared).at("/cap/w").isMissingNode(), "the dearer stay: " + telemetry(spared));
        }
        assertTrue(telemetry("hydro").at("/cap/order").isMissingNode(), "nobody ordered anything");
        assertTrue(riverside.find(e -> e.kind().equals("order")).isEmpty(), "nor is there an order on record");
        Await.until(
                "the generator's topic says so",
                () -> generator.lines().stream()
                        .anyMatch(line -> line.contains("\"node\":\"hydro\"")
                                && line.contains("\"cap_w\":")
                                && line.contains("local flowgate t1")));
        try (LedgerReader ledger = Ledger.openReadOnly(riverside.ledger())) {
            String page = String.join("\n", CapsInForce.lines(ledger));
            assertTrue(page.contains("local flowgate t1 would carry"), page);
        }
    }

    private void combinesWithOrders(Riverside riverside) {
        long local = cap("hydro");
        order("loose", 1, new ActivePower(local + 5_000_000));
        riverside.await(
                "an order that allows more is kept already", e -> e.key().equals("loose/APPLIED"));
        assertTrue(cap("hydro") <= local, "and lifts nothing: " + telemetry("hydro"));
        assertTrue(why("hydro").startsWith("local flowgate t1"), why("hydro"));
        withdraw("loose", 2);

        order("strict", 3, new ActivePower(local - 2_000_000));
        riverside.await("an order that allows less is followed", e -> e.key().equals("strict/APPLIED"));
        Await.until("and is what counts", () -> cap("hydro") == local - 2_000_000);
        assertEquals("strict", telemetry("hydro").at("/cap/order").asText());
        withdraw("strict", 4);
        Await.until("the flowgate's cap is in force again", () -> why("hydro").startsWith("local flowgate t1"));
        assertTrue(cap("hydro") > local - 2_000_000, "as it was before: " + telemetry("hydro"));
    }

    /** Step by step, each as far as the hysteresis at most, and each after a time in which there was room. */
    private void released(Riverside riverside) {
        riverside.await(
                "the cap is gone",
                e -> isFlowgates(e) && detail(e).startsWith("node hydro, no cap: local flowgate t1"));
        Await.until("hydro runs as it did", () -> injection("hydro") > 25_000_000);
        List<StoredRecord> steps = kept(riverside.ledger());
        List<StoredRecord> up = steps.stream()
                .filter(step -> step.record().body().contains("released step by step"))
                .toList();
        assertFalse(up.isEmpty(), "at least one step between: " + steps);
        StoredRecord before = steps.get(steps.size() - up.size() - 1);
        for (StoredRecord step : up) {
            assertTrue(megawatts(step) - megawatts(before) <= HYSTERESIS / 1e6 + 0.001, before + " then " + step);
            assertFalse(step.at().isBefore(before.at().plus(RELEASE_AFTER)), before + " then " + step);
            before = step;
        }
    }

    private void order(String id, long sequence, ActivePower cap) {
        Instant now = Instant.now();
        CurtailmentOrder order = new CurtailmentOrder(
                id,
                sequence,
                "iso",
                "hydro",
                cap,
                Optional.empty(),
                Optional.empty(),
                now,
                now.plusSeconds(600),
                Duration.ofSeconds(30),
                "a test",
                now);
        send(OrderMessages.write("riverside", order));
    }

    private void withdraw(String order, long sequence) {
        Cancellation end = new Cancellation("end-" + order, sequence, "iso", order, "a test", Instant.now());
        send(OrderMessages.write("riverside", end));
        scene.orElseThrow().await("it is withdrawn", e -> e.key().equals(order + "/CANCELLED"));
    }

    private void send(byte[] message) {
        desk.orElseThrow().publish(Riverside.TOPICS.orders(), message, false).join();
    }

    private static boolean isFlowgates(UpstreamCopy.Entry entry) {
        return entry.body().path("what").asText().equals("local flowgate");
    }

    private static boolean isHydrosCap(UpstreamCopy.Entry entry) {
        return isFlowgates(entry) && CAP.matcher(detail(entry)).find();
    }

    private static String detail(UpstreamCopy.Entry entry) {
        return entry.body().path("detail").asText();
    }

    /** Every cap that the flowgate gave hydro, as the ledger has it. */
    private static List<StoredRecord> kept(Path folder) {
        try (LedgerReader ledger = Ledger.openReadOnly(folder)) {
            return ledger.after(0, 10_000).stream()
                    .filter(stored -> stored.record().key().equals("local flowgate"))
                    .filter(stored -> CAP.matcher(stored.record().body()).find())
                    .toList();
        }
    }

    private static double megawatts(StoredRecord stored) {
        Matcher matcher = CAP.matcher(stored.record().body());
        assertTrue(matcher.find(), stored.record().body());
        return Double.parseDouble(matcher.group(1));
    }

    private long flow() {
        return scene.orElseThrow().meter("transformer").at("/power/w").asLong();
    }

    private long injection(String node) {
        return telemetry(node).at("/power/w").asLong();
    }

    private long cap(String node) {
        return telemetry(node).at("/cap/w").asLong();
    }

    private String why(String node) {
        return telemetry(node).at("/cap/why").asText();
    }

    private JsonNode telemetry(String node) {
        return scene.orElseThrow().telemetry(node);
    }
}
