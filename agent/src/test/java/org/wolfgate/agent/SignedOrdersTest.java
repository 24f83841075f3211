package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.OrderRefused;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.orders.Cancellation;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderState;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.Stamp;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;

/** Whatever comes to the order topic that is not a good order for this substation: refused, on record, nothing moves. */
class SignedOrdersTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final String US = StorySubstation.NAME;

    private final StoryTrust trust = new StoryTrust();
    private final SigningKey isoKey = trust.isoKey;
    private final SigningKey townKey = trust.townKey;
    private final DeskSigner iso = trust.iso;
    private final DeskSigner town = trust.town;
    private Substation substation = new Substation(StorySubstation.settings(), SubstationState.NEW);
    private OrderTrust orders = new OrderTrust(US, trust.gate());
    private MarketTrust market = new MarketTrust(trust.gate());

    @BeforeEach
    void anOrderIsInForce() {
        Effects effects = take(signed(order("a", 5, "solar", 18)), NOON);
        assertEquals(2, effects.setPoints().size());
        OrderStep verified = (OrderStep) effects.records().get(1);
        assertEquals(OrderState.VERIFIED, verified.event().state());
        assertTrue(verified.event().reason().contains("signed by iso"));
    }

    @Test
    void anUnsignedOrderIsRefused() {
        assertRefused(Refusal.NOT_AUTHENTIC, OrderMessages.write(US, order("b", 6, "solar", 0)), NOON);
    }

    @Test
    void anOrderSignedByAStrangerIsRefused() {
        DeskSigner stranger = new DeskSigner(SigningKey.fresh(), "iso", US);
        assertRefused(Refusal.NOT_AUTHENTIC, signed(stranger, order("b", 6, "solar", 0)), NOON);
    }

    @Test
    void anIssuerCannotSpeakForAnother() {
        DeskSigner pretender = new DeskSigner(townKey, "iso", US);
        assertRefused(Refusal.NOT_AUTHENTIC, signed(pretender, order("b", 6, "wind", 0)), NOON);
    }

    @Test
    void theSignatureIsBoundToIssuerAndSequence() {
        CurtailmentOrder order = order("b", 6, "wind", 0);
        assertRefused(Refusal.NOT_AUTHENTIC, signed(town, order), NOON);
        byte[] otherSequence = iso.sign(OrderMessages.write(US, order), 7, NOON);
        assertRefused(Refusal.NOT_AUTHENTIC, otherSequence, NOON);
    }

    @Test
    void anIssuerOrdersItsOwnNodesOnly() {
        CurtailmentOrder theirs = StoryOrders.by("town", order("t", 6, "solar", 0));
        assertRefused(Refusal.NOT_ENTITLED, signed(town, theirs), NOON);
    }

    @Test
    void anOrderForAnotherSubstationIsRefusedEvenIfItsTextNamesThisOne() {
        DeskSigner elsewhere = new DeskSigner(isoKey, "iso", "hillside");
        assertRefused(Refusal.OTHER_SUBSTATION, signed(elsewhere, order("b", 6, "solar", 0)), NOON);
        byte[] text = OrderMessages.write("hillside", order("b", 6, "solar", 0));
        assertRefused(Refusal.OTHER_SUBSTATION, iso.sign(text, 6, NOON), NOON);
    }

    @Test
    void aSignatureIsGoodForMinutesNotDays() {
        byte[] late = signed(order("b", 6, "solar", 0));
        assertRefused(Refusal.TOO_OLD, late, NOON.plus(DeskSigner.MOMENTARY));
        Stamp generous = new Stamp("iso", US, 6, NOON, NOON.plus(Duration.ofDays(300)));
        String token = isoKey.sign(OrderMessages.write(US, order("b", 6, "solar", 0)), generous);
        assertRefused(Refusal.TOO_OLD, token.getBytes(StandardCharsets.US_ASCII), NOON.plus(OrderTrust.LONGEST_LIFE));
    }

    @Test
    void anOrderFromTheFutureIsRefused() {
        byte[] early = iso.sign(OrderMessages.write(US, order("b", 6, "solar", 0)), 6, NOON.plusSeconds(31));
        assertRefused(Refusal.FUTURE_DATED, early, NOON);
    }

    @Test
    void aReplayIsRefusedAlsoAfterARestart() {
        byte[] first = signed(order("b", 6, "solar", 12));
        take(first, NOON.plusSeconds(1));
        byte[] second = signed(order("c", 7, "solar", 18));
        take(second, NOON.plusSeconds(2));
        restart();
        Effects again = take(first, NOON.plusSeconds(3));
        assertNothingMoves(again);
        assertTrue(((OrderStep) again.records().get(0)).event().repeated(), "known by its id");
        byte[] replayUnderNewId = signed(order("z", 6, "solar", 0));
        assertRefused(Refusal.STALE_SEQUENCE, replayUnderNewId, NOON.plusSeconds(4));
    }

    @Test
    void ordersOutOfOrderLeaveTheLaterOneInForce() {
        take(signed(order("c", 7, "solar", 18)), NOON.plusSeconds(1));
        assertRefused(Refusal.STALE_SEQUENCE, signed(order("b", 6, "solar", 0)), NOON.plusSeconds(2));
    }

    @Test
    void impossibleCapsAreRefused() {
        assertRefused(Refusal.IMPOSSIBLE_CAP, signed(order("b", 6, "solar", -1)), NOON);
        assertRefused(Refusal.IMPOSSIBLE_CAP, signed(order("b", 6, "solar", 73)), NOON);
        for (String cap : List.of("NaN", "Infinity", "1e999999999", "null", "\"18\"", "18.5", "-0.1")) {
            String text = new String(OrderMessages.write(US, order("b", 6, "solar", 18)), StandardCharsets.UTF_8)
                    .replace("\"cap_kw\":18000", "\"cap_kw\":" + cap);
            assertRefused(Refusal.MALFORMED, iso.sign(text.getBytes(StandardCharsets.UTF_8), 6, NOON), NOON);
        }
    }

    @Test
    void aContradictionUnderOneIdIsRefused() {
        assertRefused(Refusal.CONTRADICTS_EARLIER, signed(order("a", 6, "solar", 0)), NOON);
    }

    @Test
    void anOversizedMessageIsRefusedBeforeAnybodyLooksAtItsSignature() {
        assertRefused(Refusal.OVERSIZED, new byte[OrderMessages.LONGEST_SIGNED + 1], NOON);
        byte[] text = ("{\"id\":\"" + "x".repeat(8200) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertRefused(Refusal.OVERSIZED, iso.sign(text, 6, NOON), NOON);
    }

    @Test
    void cancellingAnotherIssuersOrderIsRefused() {
        Cancellation theirs = new Cancellation("x", 9, "town", "a", "no", NOON);
        assertRefused(Refusal.UNKNOWN_ORDER, town.sign(OrderMessages.write(US, theirs), 9, NOON), NOON);
    }

    @Test
    void aClockThatJumpsLeavesTheOrderInForce() {
        Effects effects = new Effects();
        Instant later = NOON.plusSeconds(1200);
        substation.handle(later, new Event.ClockSet(NOON.plusSeconds(9), later), effects);
        assertNothingMoves(effects);
        assertCapOf18();
    }

    @Test
    void fuzzedMessagesNeverReachTheRules() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = signed(order("b", 6, "solar", 0));
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            for (int n = random.nextInt(8); n >= 0; n--) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!java.util.Arrays.equals(bad, good)) {
                assertInstanceOf(OrderRefused.class, orders.read(bad, NOON), () -> "seed " + seed);
                assertInstanceOf(Event.Noted.class, market.read("t", bad, NOON), () -> "seed " + seed);
            }
        }
    }

    private void assertRefused(Refusal why, byte[] message, Instant now) {
        Effects effects = take(message, now);
        assertNothingMoves(effects);
        assertEquals(1, effects.records().size(), "one line for the audit: " + effects.records());
        OrderStep step = (OrderStep) effects.records().get(0);
        assertEquals(OrderState.REFUSED, step.event().state());
        assertEquals(Optional.of(why), step.event().refusal(), step.event().reason());
        assertCapOf18();
    }

    /** A plant that has not confirmed is told again what it holds already. */
    private static void assertNothingMoves(Effects effects) {
        List<SetPoint> held = List.of(
                new SetPoint("solar-park", ActivePower.parse("12 MW")),
                new SetPoint("solar-roof", ActivePower.parse("6 MW")));
        assertTrue(held.containsAll(effects.setPoints()), () -> "set-points " + effects.setPoints());
    }

    private void assertCapOf18() {
        assertEquals(
                Optional.of(ActivePower.parse("18 MW")),
                substation.views(NOON.plusSeconds(10)).get(0).cap().limit());
    }

    private Effects take(byte[] message, Instant now) {
        Effects effects = new Effects();
        substation.handle(now, orders.read(message, now), effects);
        return effects;
    }

    private SubstationState restart() {
        Map<String, String> stored = new TreeMap<>(new StateChanges(Set.of()).of(substation.state()));
        SubstationState resumed = StateCodec.read(List.of("solar", "wind"), stored);
        substation = new Substation(StorySubstation.settings(), resumed);
        orders = new OrderTrust(US, trust.gate());
        market = new MarketTrust(trust.gate());
        return resumed;
    }

    private byte[] signed(CurtailmentOrder order) {
        return signed(iso, order);
    }

    private static byte[] signed(DeskSigner signer, CurtailmentOrder order) {
        return signer.sign(OrderMessages.write(US, order), order.sequence(), NOON);
    }

    private static CurtailmentOrder order(String id, long sequence, String node, int megawatts) {
        ActivePower cap = new ActivePower(megawatts * 1_000_000L);
        return StoryOrders.order(id, sequence, node, cap, NOON, Duration.ofHours(1), Duration.ofHours(1));
    }
}
