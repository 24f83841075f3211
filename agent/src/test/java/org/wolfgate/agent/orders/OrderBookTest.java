package org.wolfgate.agent.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;

class OrderBookTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

    private final OrderBook book = new OrderBook(Map.of("solar", ActivePower.parse("60 MW")), OrderBook.State.EMPTY);

    @Test
    void anOrderWaitsForItsStartRunsToItsEndAndIsThenOver() {
        assertEquals(List.of("RECEIVED", "VERIFIED", "SCHEDULED"), states(book.receive(order("a", 1, 10, 60), NOON)));
        assertEquals(Optional.empty(), book.inForce("solar", NOON));
        assertEquals(List.of("APPLYING"), states(book.advance(NOON.plusSeconds(10))));
        assertEquals(
                "a",
                book.inForce("solar", NOON.plusSeconds(59))
                        .orElseThrow()
                        .order()
                        .id());
        assertEquals(List.of("EXPIRED"), states(book.advance(NOON.plusSeconds(60))));
        assertEquals(Optional.empty(), book.inForce("solar", NOON.plusSeconds(60)));
    }

    @Test
    void theHigherSequenceTakesTheNodeOver() {
        book.receive(order("a", 1, 0, 60), NOON);
        assertEquals(
                List.of("RECEIVED", "VERIFIED", "SCHEDULED", "SUPERSEDED", "APPLYING"),
                states(book.receive(order("b", 2, 0, 60), NOON.plusSeconds(1))));
        assertEquals(
                "b",
                book.inForce("solar", NOON.plusSeconds(2)).orElseThrow().order().id());
    }

    @Test
    void anOrderThatWasReplacedWhileNobodyLookedDoesNotComeBack() {
        book.receive(order("long", 1, 10, 600), NOON);
        book.receive(order("short", 2, 20, 40), NOON);
        List<OrderEvent> events = book.advance(NOON.plusSeconds(300));
        assertEquals(List.of("SUPERSEDED", "EXPIRED"), states(events));
        assertEquals(Optional.empty(), book.inForce("solar", NOON.plusSeconds(300)));
    }

    @Test
    void ofTwoIssuersTheStricterCounts() {
        book.receive(with(order("a", 5, 0, 60), "solar", 20_000_000, NOON), NOON);
        CurtailmentOrder mild = with(order("t", 9, 0, 60), "solar", 30_000_000, NOON);
        book.receive(
                new CurtailmentOrder(
                        mild.id(),
                        mild.sequence(),
                        "town",
                        mild.node(),
                        mild.cap(),
                        mild.strike(),
                        mild.share(),
                        mild.start(),
                        mild.end(),
                        mild.complyWithin(),
                        mild.reason(),
                        mild.issuedAt()),
                NOON);
        assertEquals("a", book.inForce("solar", NOON).orElseThrow().order().id());
    }

    @Test
    void theSameMessageAgainChangesNothing() {
        book.receive(order("a", 1, 0, 60), NOON);
        OrderBook.State before = book.state();
        List<OrderEvent> events = book.receive(order("a", 1, 0, 60), NOON.plusSeconds(5));
        assertEquals("already received; nothing changed", events.get(0).reason());
        assertEquals(before, book.state());
    }

    @Test
    void anIdCannotBeUsedAgainForAnotherOrder() {
        book.receive(order("a", 1, 0, 60), NOON);
        assertRefused(Refusal.CONTRADICTS_EARLIER, order("a", 2, 0, 90));
    }

    @Test
    void aReplayedOldOrderIsRefusedForItsSequence() {
        book.receive(order("b", 7, 0, 60), NOON);
        assertRefused(Refusal.STALE_SEQUENCE, order("a", 7, 0, 60));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertRefused(Refusal.EXPIRED, order("a", 1, -20, -10));
        assertRefused(Refusal.IMPOSSIBLE_WINDOW, order("a", 1, 20, 20));
        assertRefused(Refusal.IMPOSSIBLE_WINDOW, order("a", 1, 0, 700_000));
        assertRefused(Refusal.IMPOSSIBLE_CAP, with(order("a", 1, 0, 60), "solar", -1, NOON));
        assertRefused(Refusal.IMPOSSIBLE_CAP, with(order("a", 1, 0, 60), "solar", 60_000_001, NOON));
        assertRefused(Refusal.UNKNOWN_NODE, with(order("a", 1, 0, 60), "moon", 1, NOON));
        assertRefused(Refusal.FUTURE_DATED, with(order("a", 1, 0, 60), "solar", 1, NOON.plusSeconds(31)));
    }

    @Test
    void aCancellationReleasesTheNodeAndComingAgainChangesNothing() {
        book.receive(order("a", 1, 0, 60), NOON);
        assertEquals(List.of("CANCELLED"), states(book.cancel(cancellation("c1", 2), NOON.plusSeconds(5))));
        assertEquals(Optional.empty(), book.inForce("solar", NOON.plusSeconds(5)));
        OrderBook.State before = book.state();
        OrderEvent again =
                book.cancel(cancellation("c1", 2), NOON.plusSeconds(6)).get(0);
        assertTrue(again.repeated());
        assertEquals(before, book.state());
    }

    @Test
    void aCancellationOfAnOrderThatIsNotHereIsRefused() {
        OrderEvent event = book.cancel(cancellation("c1", 2), NOON).get(0);
        assertEquals(Optional.of(Refusal.UNKNOWN_ORDER), event.refusal());
    }

    @Test
    void aRestartKeepsTheOrderInForceAndTheSequence() {
        book.receive(order("a", 5, 0, 60), NOON);
        OrderBook again = new OrderBook(Map.of("solar", ActivePower.parse("60 MW")), book.state());
        assertEquals(
                "a",
                again.inForce("solar", NOON.plusSeconds(5))
                        .orElseThrow()
                        .order()
                        .id());
        assertTrue(again.advance(NOON.plusSeconds(5)).isEmpty(), "an order in force does not start twice");
        OrderEvent replay = again.receive(order("z", 4, 0, 60), NOON).get(0);
        assertEquals(Optional.of(Refusal.STALE_SEQUENCE), replay.refusal());
    }

    private void assertRefused(Refusal refusal, CurtailmentOrder order) {
        OrderBook.State before = book.state();
        List<OrderEvent> events = book.receive(order, NOON);
        assertEquals(1, events.size());
        assertEquals(Optional.of(refusal), events.get(0).refusal());
        assertEquals(before, book.state(), "a refused order changes nothing");
    }

    private static List<String> states(List<OrderEvent> events) {
        return events.stream().map(event -> event.state().name()).toList();
    }

    private static CurtailmentOrder order(String id, long sequence, long start, long end) {
        return new CurtailmentOrder(
                id,
                sequence,
                "iso",
                "solar",
                ActivePower.parse("30 MW"),
                Optional.empty(),
                Optional.empty(),
                NOON.plusSeconds(start),
                NOON.plusSeconds(end),
                Duration.ofSeconds(30),
                "flowgate T1",
                NOON);
    }

    private static CurtailmentOrder with(CurtailmentOrder o, String node, long watts, Instant issued) {
        return new CurtailmentOrder(
                o.id(),
                o.sequence(),
                o.issuer(),
                node,
                new ActivePower(watts),
                o.strike(),
                o.share(),
                o.start(),
                o.end(),
                o.complyWithin(),
                o.reason(),
                issued);
    }

    private static Cancellation cancellation(String id, long sequence) {
        return new Cancellation(id, sequence, "iso", "a", "congestion over", NOON);
    }
}
