package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.Fault;
import org.wolfgate.peers.Await;

class WholeAgentTest {

    private Riverside riverside;

    @BeforeEach
    void setTheScene(@TempDir Path folder) throws IOException {
        riverside = new Riverside(folder);
    }

    @AfterEach
    void leave() {
        riverside.close();
    }

    @Test
    void anOrderGoesFromTheIsoToThePlantAndComesBackAsTheMetersVerdict() {
        DeskLink iso = riverside.openWithHydroMetered();

        Instant now = Instant.now();
        iso.publish(
                        Riverside.TOPICS.orders(),
                        OrderMessages.write("riverside", order("h1", now, now.plusSeconds(12))),
                        false)
                .join();

        riverside.await("hydro's set-point is applied", e -> isStep(e, "h1", "APPLIED"));
        riverside.await("hydro's meter confirms", e -> isStep(e, "h1", "CONFIRMED_BY_METER"));
        UpstreamCopy.Entry verdict =
                riverside.await("the verdict arrives", e -> e.kind().equals("verdict"));
        assertEquals("COMPLIED", verdict.body().path("outcome").asText());
        JsonNode unit = verdict.body().path("units").path(0);
        assertEquals("hydro-a", unit.path("unit").asText());
        long curtailed = unit.path("curtailed_wh").asLong();
        // 27 MW scheduled, 20 MW allowed, for as long as the order was in force.
        long seconds = Duration.between(
                        Instant.parse(verdict.body().path("in_force_since").asText()), now.plusSeconds(12))
                .toMillis();
        assertTrue(Math.abs(curtailed - 7_000_000L * seconds / 3_600_000) <= 2_000, curtailed + " Wh");
    }

    @Test
    void aBrokerThatIsAwayAtTheStartChangesNothingAndTheRecordsArriveLaterOnceEach() {
        riverside.startAgent();
        Await.until("two intervals lie in the ledger", () -> kept("interval").size() >= 6);
        riverside.broker().start();
        riverside.openIso();
        riverside.await("the first interval arrives", e -> e.kind().equals("interval"));
        riverside.stopAgent();
        List<StoredRecord> kept = kept("");
        Await.until("every record arrived", () -> riverside.records().complete() == kept.size());
        assertEquals(
                kept.stream().map(StoredRecord::hash).toList(),
                riverside.records().entries().stream()
                        .map(UpstreamCopy.Entry::hash)
                        .toList());
        assertEquals(
                LongStream.rangeClosed(1, kept.size()).boxed().toList(),
                kept.stream().map(StoredRecord::seq).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "WRONG_UNIT", "TOO_FEW_WORDS", "EXCEPTION"})
    void aMeterThatFailsGivesNoValueAndDoesNotSlowTheOthers(Fault.Kind kind) {
        riverside.broker().start();
        riverside.openIso();
        riverside.startAgent();
        Await.until(
                "solar is metered",
                () -> riverside.telemetry("solar").at("/power/quality").asText().equals("GOOD"));
        riverside.substation().misbehave("solar-meter", Fault.of(kind));
        Await.until(
                "solar's reading is missing",
                () -> riverside.telemetry("solar").at("/power/quality").asText().equals("MISSING"));
        JsonNode power = riverside.telemetry("solar").path("power");
        assertTrue(power.path("w").isMissingNode(), power + " shows a value that was not measured");
        assertTrue(power.path("reason").asText().contains("solar-meter"), power.toString());
        String before = riverside.telemetry("wind").path("at").asText();
        Await.until(
                "wind goes on",
                () -> !riverside.telemetry("wind").path("at").asText().equals(before));
    }

    @Test
    void whatIsNoOrderIsRefusedWithAReasonThatReachesTheSender() {
        riverside.broker().start();
        DeskLink iso = riverside.openIso();
        riverside.startAgent();
        riverside.await("the agent listens", e -> e.key().equals("new session"));
        Await.until(
                "its subscription stands", () -> riverside.telemetry("hydro").has("at"));
        Instant now = Instant.now();
        send(iso, "{\"id\":\"m1\",\"substation\":\"riverside\",\"schema\":\"wolfgate/order/1\"}");
        send(iso, "x".repeat(20_000));
        iso.publish(
                        Riverside.TOPICS.orders(),
                        OrderMessages.write("elsewhere", order("e1", now, now.plusSeconds(9))),
                        false)
                .join();
        iso.publish(
                        Riverside.TOPICS.orders(),
                        OrderMessages.write("riverside", order("x1", now.minusSeconds(20), now.minusSeconds(10))),
                        false)
                .join();
        riverside.await("the malformed one", e -> isRefused(e, "m1", "MALFORMED"));
        riverside.await(
                "the oversized one", e -> e.body().path("refusal").asText().equals("OVERSIZED"));
        riverside.await("the one for another substation", e -> isRefused(e, "e1", "OTHER_SUBSTATION"));
        riverside.await("the expired one", e -> isRefused(e, "x1", "EXPIRED"));
        assertEquals(
                Optional.empty(),
                riverside.find(e -> e.body().path("state").asText().equals("APPLYING")));
    }

    private static void send(DeskLink iso, String text) {
        iso.publish(Riverside.TOPICS.orders(), text.getBytes(StandardCharsets.UTF_8), false)
                .join();
    }

    private static boolean isStep(UpstreamCopy.Entry entry, String order, String state) {
        return entry.body().path("order").asText().equals(order)
                && entry.body().path("state").asText().equals(state);
    }

    private static boolean isRefused(UpstreamCopy.Entry entry, String order, String refusal) {
        return isStep(entry, order, "REFUSED")
                && entry.body().path("refusal").asText().equals(refusal);
    }

    private List<StoredRecord> kept(String kind) {
        try (LedgerReader ledger = Ledger.openReadOnly(riverside.ledger())) {
            return ledger.after(0, 10_000).stream()
                    .filter(stored -> kind.isEmpty() || stored.record().kind().equals(kind))
                    .toList();
        }
    }

    static CurtailmentOrder order(String id, Instant start, Instant end) {
        return new CurtailmentOrder(
                id,
                1,
                "iso",
                "hydro",
                ActivePower.parse("20 MW"),
                Optional.empty(),
                Optional.empty(),
                start,
                end,
                Duration.ofSeconds(10),
                "a test",
                start);
    }
}
