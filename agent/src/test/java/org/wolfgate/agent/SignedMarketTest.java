package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderClosed;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** Who may set prices, and that no price, final or not, can be played again. */
class SignedMarketTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(700);
    private static final Duration LIFE = Duration.ofHours(1);

    private final StoryTrust trust = new StoryTrust();
    private Substation substation = new Substation(StorySubstation.settings(), SubstationState.NEW);
    private MarketTrust market = new MarketTrust(trust.gate());

    @Test
    void whoMayOrderMayNotThereforeSetPrices() {
        for (byte[] price : List.of(spot(10), finalSpot(1, 10))) {
            assertInstanceOf(Event.Noted.class, market.read("t", trust.town.sign(price, NOON, LIFE), NOON));
            assertInstanceOf(Event.Sequenced.class, market.read("t", trust.iso.sign(price, NOON, LIFE), NOON));
        }
    }

    @Test
    void anOldPriceCannotBePlayedAgainNotEvenAfterARestart() {
        byte[] old = trust.iso.sign(spot(10), NOON, LIFE);
        byte[] now = trust.iso.sign(spot(90), NOON.plusSeconds(5), LIFE);
        Effects effects = new Effects();
        substation.handle(NOON, market.read("t", old, NOON), effects);
        substation.handle(NOON, market.read("t", now, NOON), effects);
        substation.handle(NOON, market.read("t", now, NOON), effects);
        assertEquals(List.of(), effects.records(), "a retained message that comes again is no news");
        SubstationState before = restart();
        substation.handle(NOON, market.read("t", old, NOON), effects);
        Note note = (Note) effects.records().get(0);
        assertTrue(note.detail().contains("is not above"), note.detail());
        assertEquals(before.market(), substation.state().market());
    }

    @Test
    void anOldFrequencyIsNotBelieved() {
        byte[] measured = MarketMessages.frequency(NOON, new Frequency(59_900));
        byte[] signed = trust.iso.sign(measured, NOON, DeskSigner.MOMENTARY);
        assertInstanceOf(Event.Noted.class, market.read("t", signed, NOON.plus(DeskSigner.MOMENTARY)));
    }

    @Test
    void aLoadingIsBelievedFromWhoMaySetPricesAndCountsInTheOrderOfItsGate() {
        byte[] mid = MarketMessages.loading("mid", NOON, PerUnit.parse("0.9"));
        assertInstanceOf(Event.Noted.class, market.read("t", trust.town.sign(mid, NOON, DeskSigner.MOMENTARY), NOON));
        byte[] north = MarketMessages.loading("north", NOON, PerUnit.parse("0.2"));
        List<String> streams = Stream.of(mid, north)
                .map(loading -> market.read("t", trust.iso.sign(loading, NOON, DeskSigner.MOMENTARY), NOON))
                .map(event -> ((Event.Sequenced) event).stream())
                .toList();
        assertEquals(List.of("iso/loading/mid", "iso/loading/north"), streams);
    }

    @Test
    void aFinalPriceCannotBePlayedAgainAfterItsCorrectionNotEvenAfterARestart() {
        anOrderHasEnded();
        byte[] first = trust.iso.sign(finalSpot(1, 60), LATER, LIFE);
        byte[] correction = trust.iso.sign(finalSpot(2, 70), LATER, LIFE);
        assertEquals(List.of("25.000000"), versions(first), "10 MW for 600 s at 60 less 45 for each MWh");
        assertEquals(List.of("41.666667"), versions(correction));
        SubstationState before = restart();
        assertEquals(List.of(), versions(first));
        assertEquals(List.of(), versions(correction));
        assertEquals(before.claims(), substation.state().claims());
    }

    @Test
    void finalPricesInAnyOrderAndAnyNumberEndAtTheSameAmount() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            substation = new Substation(StorySubstation.settings(), SubstationState.NEW);
            anOrderHasEnded();
            List<Verdict> versions = new ArrayList<>();
            Set<Integer> missing = new TreeSet<>(Set.of(0, 1, 2, 3, 4, 5));
            while (!missing.isEmpty()) {
                int part = random.nextInt(6);
                Interval span = new Interval(NOON.plusSeconds(part * 100L), NOON.plusSeconds(part * 100L + 100));
                List<SpotBlock> blocks = List.of(new SpotBlock(span, Price.parse(Integer.toString(50 + part))));
                assertEquals(List.of(), versions, "seed " + seed + ": not yet");
                missing.remove(part);
                versions.addAll(verdicts(new Event.FinalSpotArrived("west", 1, blocks)));
                if (random.nextInt(4) == 0) {
                    restart();
                }
            }
            assertEquals(1, versions.size(), "seed " + seed);
            // 10 MW for 100 s at 5, 6, 7, 8, 9 and 10 above the strike.
            assertEquals("12.500000", versions.get(0).compensation().toString(), "seed " + seed);
        }
    }

    /** Solar stood back 10 MW of its dearest unit for ten minutes. */
    private void anOrderHasEnded() {
        List<ScheduleBlock> schedule = List.of(new ScheduleBlock(hour(), ActivePower.parse("20 MW")));
        InsuredTranche unit = new InsuredTranche("high", ActivePower.parse("20 MW"), Optional.of(Price.parse("45")));
        handle(NOON, new Event.ScheduleArrived("solar", "s", schedule));
        handle(NOON, new Event.TranchesArrived("solar", List.of(unit)));
        handle(NOON, new Event.SpotArrived("west", List.of(new SpotBlock(hour(), Price.parse("55")))));
        Duration tenMinutes = Duration.ofMinutes(10);
        handle(
                NOON,
                new OrderArrived(StoryOrders.order(
                        "a", 1, "solar", ActivePower.parse("10 MW"), NOON, tenMinutes, Duration.ofSeconds(10))));
        List<Verdict> verdicts = handle(LATER, new Tick());
        assertEquals(Verdict.Revision.PENDING, verdicts.get(0).revision());
    }

    private List<String> versions(byte[] message) {
        return verdicts(market.read("t", message, LATER)).stream()
                .map(verdict -> verdict.compensation().toString())
                .toList();
    }

    private List<Verdict> verdicts(Event event) {
        return handle(LATER, event);
    }

    private List<Verdict> handle(Instant at, Event event) {
        Effects effects = new Effects();
        substation.handle(at, event, effects);
        return effects.records().stream().flatMap(SignedMarketTest::verdict).toList();
    }

    private static Stream<Verdict> verdict(AgentRecord record) {
        return record instanceof OrderClosed closed ? Stream.of(closed.verdict()) : Stream.empty();
    }

    private SubstationState restart() {
        Map<String, String> stored = new TreeMap<>(new StateChanges(Set.of()).of(substation.state()));
        SubstationState resumed = StateCodec.read(List.of("solar", "wind"), stored);
        assertEquals(substation.state(), resumed);
        substation = new Substation(StorySubstation.settings(), resumed);
        market = new MarketTrust(trust.gate());
        return resumed;
    }

    private static byte[] spot(int price) {
        return MarketMessages.spot("west", List.of(block(price)));
    }

    private static byte[] finalSpot(long revision, int price) {
        return MarketMessages.finalSpot("west", revision, List.of(block(price)));
    }

    private static SpotBlock block(int price) {
        return new SpotBlock(new Interval(NOON, NOON.plusSeconds(600)), Price.parse(Integer.toString(price)));
    }

    private static Interval hour() {
        return new Interval(NOON, NOON.plusSeconds(3600));
    }
}
