package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.StandingArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Event.TimeJudged;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.FailSafeAction;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.FailSafePolicy.Rung;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * The fail-safe of a node: silence of the ISO holds after 30 s and goes down to 24 MW after 60 s; a silent meter goes down
 * to 36 MW at 1 MW/s after 10 s; an unconfirmed plant trips after 20 s; a lost time service holds. Left after 5 s. The
 * first six are faults that users of evcc met, by their numbers at evcc-io/evcc.
 */
class FailSafeTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final FailSafePolicy POLICY = new FailSafePolicy(
            Map.of(
                    Dependency.UPSTREAM,
                    List.of(rung(30, new FailSafeAction.Hold()), rung(60, fallback("24 MW", "0 W"))),
                    Dependency.METER,
                    List.of(rung(10, fallback("36 MW", "1 MW"))),
                    Dependency.PLANT,
                    List.of(rung(20, new FailSafeAction.Trip())),
                    Dependency.TIME,
                    List.of(rung(60, new FailSafeAction.Hold()))),
            Duration.ofSeconds(5));

    private Substation substation = new Substation(StorySubstation.settings(POLICY), SubstationState.NEW);
    private final List<SetPoint> sent = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private boolean meterAnswers = true;
    private boolean plantsConfirm = true;
    private boolean isoSpeaks = true;
    private int second;

    @Test
    void evcc25545FailSafeIsLeftOnGoodNews() {
        isoSpeaks = false;
        run(70);
        assertLimit("24 MW");
        isoSpeaks = true;
        run(6);
        assertEquals(Optional.empty(), cap().limit());
        assertEquals(List.of("fail-safe entered", "fail-safe goes on", "fail-safe left"), whatOf("solar"));
    }

    @Test
    void evcc25545ANegativeLimitIsRefused() {
        OrderStep step = (OrderStep)
                take(new OrderArrived(order("a", 1, "-1 MW", 60))).records().get(0);
        assertEquals(Optional.of(Refusal.IMPOSSIBLE_CAP), step.event().refusal());
        assertEquals(Optional.empty(), cap().limit());
    }

    @Test
    void evcc29705FailSafeIsLeftWithinTheDeclaredTime() {
        isoSpeaks = false;
        run(61);
        isoSpeaks = true;
        run(5);
        assertLimit("24 MW");
        run(1);
        assertEquals(Optional.empty(), cap().limit());
    }

    @Test
    void evcc29705AnOrderThatEndsInSilenceDoesNotMakeTheNodeUnlimited() {
        run(1);
        take(new OrderArrived(order("a", 1, "18 MW", 45)));
        isoSpeaks = false;
        run(50);
        assertLimit("18 MW");
        assertTrue(cap().why().contains("silent"), cap().why());
    }

    @Test
    void evcc32492AnOrderWithoutAnEndIsRefusedNotTakenForExpired() {
        String text = new String(OrderMessages.write("riverside", order("b", 2, "0 MW", 60)), StandardCharsets.UTF_8)
                .replaceAll("\"end\":\"[^\"]*\",", "");
        take(new OrderArrived(order("a", 1, "18 MW", 60)));
        OrderStep step = (OrderStep) take(OrderMessages.read("riverside", text.getBytes(StandardCharsets.UTF_8)))
                .records()
                .get(0);
        assertEquals(Optional.of(Refusal.MALFORMED), step.event().refusal());
        assertLimit("18 MW");
    }

    @Test
    void evcc32492ABareHeartbeatDoesNotEndFailSafe() {
        isoSpeaks = false;
        run(61);
        for (int i = 0; i < 20; i++) {
            take(new StandingArrived("iso", 7));
            run(1);
        }
        assertLimit("24 MW");
        assertTrue(notes.stream().anyMatch(note -> note.what().equals("orders missed")), notes.toString());
        take(new OrderArrived(order("g", 7, "60 MW", 300)));
        run(6);
        assertLimit("60 MW");
    }

    @Test
    void evcc33286TheConfiguredValueIsAppliedNotZero() {
        isoSpeaks = false;
        run(61);
        assertLimit("24 MW");
        assertEquals(ActivePower.parse("16 MW"), lastSent("solar-park"));
        assertEquals(ActivePower.parse("8 MW"), lastSent("solar-roof"));
    }

    @Test
    void evcc27588TheStateSaysWhatIsSo() {
        isoSpeaks = false;
        run(61);
        assertEquals(Optional.of(Dependency.UPSTREAM), cap().failSafe());
        assertTrue(
                cap().why().startsWith("fail-safe: no good word of the ISO since 2030-06-01T12:00:00Z"), cap().why());
        isoSpeaks = true;
        run(6);
        assertEquals(Optional.empty(), cap().failSafe());
        assertEquals(Cap.NONE.why(), cap().why());
    }

    @Test
    void evcc32132AnInputThatStaysStaleIsALossByItself() {
        run(2);
        meterAnswers = false;
        run(11);
        assertEquals(Optional.of(Dependency.METER), cap().failSafe());
        run(60);
        assertEquals(Optional.of(Dependency.METER), cap().failSafe());
    }

    @Test
    void aSilentMeterRampsTheNodeDown() {
        run(1);
        meterAnswers = false;
        run(10 + 12);
        assertLimit("60 MW");
        run(24);
        assertLimit("36 MW");
        run(10);
        assertLimit("36 MW");
    }

    @Test
    void fallingBackNeverLiftsAnOrder() {
        take(new OrderArrived(order("a", 1, "18 MW", 300)));
        meterAnswers = false;
        run(60);
        assertLimit("18 MW");
    }

    @Test
    void plantsThatDoNotConfirmAreTripped() {
        plantsConfirm = false;
        take(new OrderArrived(order("a", 1, "18 MW", 300)));
        run(21);
        assertLimit("0 MW");
        assertEquals(Optional.of(Dependency.PLANT), cap().failSafe());
    }

    @Test
    void aLostTimeServiceIsShown() {
        run(1);
        take(new TimeJudged(false));
        run(61);
        assertEquals(Optional.of(Dependency.TIME), cap().failSafe());
        take(new TimeJudged(true));
        run(6);
        assertEquals(Optional.empty(), cap().failSafe());
    }

    @Test
    void aRestartInSilenceReleasesNobodyUntilTheIsoIsHeard() {
        take(new OrderArrived(order("a", 1, "18 MW", 20)));
        run(1);
        Map<String, String> stored = new TreeMap<>(new StateChanges(Set.of()).of(substation.state()));
        second = 100;
        isoSpeaks = false;
        substation =
                new Substation(StorySubstation.settings(POLICY), StateCodec.read(List.of("solar", "wind"), stored));
        run(5);
        assertLimit("18 MW");
        isoSpeaks = true;
        run(6);
        assertEquals(Optional.empty(), cap().limit());
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            if (meterAnswers) {
                take(new MeterRead("solar-meter", power()));
                take(new MeterRead("wind-meter", power()));
            }
            if (isoSpeaks) {
                take(new StandingArrived("iso", 0));
            }
            take(new Tick());
            second++;
        }
    }

    private Effects take(Event event) {
        Effects effects = new Effects();
        Instant now = NOON.plusSeconds(second);
        substation.handle(now, event, effects);
        sent.addAll(effects.setPoints());
        effects.records().stream()
                .filter(Note.class::isInstance)
                .map(Note.class::cast)
                .forEach(notes::add);
        if (plantsConfirm) {
            effects.setPoints()
                    .forEach(point -> substation.handle(
                            now,
                            new LimitReported(point.plant(), point.cap(), Reading.good(point.cap())),
                            new Effects()));
        }
        return effects;
    }

    private Cap cap() {
        return substation.views(NOON.plusSeconds(second)).get(0).cap();
    }

    private void assertLimit(String power) {
        assertEquals(Optional.of(ActivePower.parse(power)), cap().limit(), cap().why());
    }

    private List<String> whatOf(String node) {
        return notes.stream()
                .filter(note -> note.detail().startsWith("node " + node))
                .map(Note::what)
                .toList();
    }

    private ActivePower lastSent(String plant) {
        return sent.stream()
                .filter(point -> point.plant().equals(plant))
                .reduce((a, b) -> b)
                .orElseThrow()
                .cap();
    }

    private static MeterReading power() {
        MeterReading nothing = MeterReading.missing("not asked");
        return new MeterReading(
                Reading.good(ActivePower.parse("10 MW")), nothing.frequency(), nothing.exported(), nothing.imported());
    }

    private CurtailmentOrder order(String id, long sequence, String cap, int seconds) {
        Instant now = NOON.plusSeconds(second);
        Duration comply = Duration.ofSeconds(10);
        return StoryOrders.order(
                id, sequence, "solar", ActivePower.parse(cap), now, Duration.ofSeconds(seconds), comply);
    }

    private static Rung rung(int seconds, FailSafeAction action) {
        return new Rung(Duration.ofSeconds(seconds), action);
    }

    private static FailSafeAction fallback(String cap, String ramp) {
        return new FailSafeAction.Fallback(ActivePower.parse(cap), ActivePower.parse(ramp));
    }
}
