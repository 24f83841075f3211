package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.StandingArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.FailSafeAction;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.FailSafePolicy.Rung;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * A node with a fail-safe ladder: silence of the ISO holds after 30 s and goes down to 24 MW after 60 s; a silent meter goes
 * down to 36 MW at 1 MW/s after 10 s; an unconfirmed plant trips after 20 s; a lost time service holds. Left after 5 s.
 */
final class FailSafeScene {

    static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
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
    boolean meterAnswers = true;
    boolean plantsConfirm = true;
    boolean isoSpeaks = true;
    private int second;

    List<Note> notes() {
        return notes;
    }

    /** The agent ends, and is started anew from its ledger that many seconds after noon. */
    void restart(int at) {
        Map<String, String> stored = new TreeMap<>(new StateChanges(Set.of()).of(substation.state()));
        second = at;
        substation =
                new Substation(StorySubstation.settings(POLICY), StateCodec.read(List.of("solar", "wind"), stored));
    }

    void run(int seconds) {
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

    Effects take(Event event) {
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

    Cap cap() {
        return substation.views(NOON.plusSeconds(second)).get(0).cap();
    }

    void assertLimit(String power) {
        assertEquals(Optional.of(ActivePower.parse(power)), cap().limit(), cap().why());
    }

    List<String> whatOf(String node) {
        return notes.stream()
                .filter(note -> note.detail().startsWith("node " + node))
                .map(Note::what)
                .toList();
    }

    ActivePower lastSent(String plant) {
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

    CurtailmentOrder order(String id, long sequence, String cap, int seconds) {
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
