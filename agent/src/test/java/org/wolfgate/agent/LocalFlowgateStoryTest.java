package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.ClockSet;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Event.TranchesArrived;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * The transformer of the stories' substation carries at most 80 MW. Solar injects up to 72 MW behind it, wind up to 36 MW,
 * and others what they like; nobody at the ISO has noticed yet. Plants take 3 s to follow.
 */
class LocalFlowgateStoryTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final int DEAD_TIME = 3;
    private static final LocalGate T1 = new LocalGate(
            "t1",
            Optional.of(megawatts(80)),
            Optional.empty(),
            Map.of("transformer", BigDecimal.ONE),
            Map.of("solar", BigDecimal.ONE, "wind", BigDecimal.ONE),
            new LocalGate.Care(
                    megawatts(2), megawatts(4), Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofSeconds(5)));

    private Substation substation = new Substation(settings(), SubstationState.NEW);
    private final List<String> notes = new ArrayList<>();
    private final long[] wanted = {30, 20};
    private final long[] limits = {72, 36};
    private final List<Runnable> due = new ArrayList<>();
    private final List<Integer> dueAt = new ArrayList<>();
    private long others;
    private boolean transformerAnswers = true;
    private int second;

    @Test
    void theTransformerIsRelievedBeforeTheIsoSpeaksAndReleasedSlowly() {
        run(5);
        assertEquals(Cap.NONE, cap("solar"));
        others = 40;
        run(1);
        assertEquals(Optional.of(megawatts(23)), limit("solar").map(LocalFlowgateStoryTest::rounded));
        assertTrue(
                cap("solar").why().startsWith("local flowgate t1 would carry 90.00 MW"),
                cap("solar").why());
        assertTrue(notes.get(0).startsWith("local flowgate: node solar, cap "), notes.toString());
        run(10);
        assertTrue(flow() <= 78, "it carries " + flow());
        others = 10;
        run(30);
        Optional<ActivePower> held = limit("solar");
        run(1);
        assertTrue(limit("solar").orElseThrow().compareTo(held.orElseThrow()) > 0, "one step after 30 s of room");
        run(29);
        long risen = limit("solar").orElseThrow().watts() - held.get().watts();
        assertTrue(risen <= 4_000_000, "one step is no more than the hysteresis: " + risen);
        run(600);
        assertEquals(Cap.NONE, cap("solar"));
        assertTrue(notes.get(notes.size() - 1).contains(", no cap: local flowgate t1"), notes.toString());
    }

    @Test
    void aSilentTransformerMeterReleasesNobodyAndIsOnRecord() {
        others = 40;
        run(5);
        Optional<ActivePower> held = limit("solar");
        others = 0;
        transformerAnswers = false;
        run(300);
        assertEquals(held, limit("solar"));
        assertTrue(
                notes.contains(
                        "local flowgate not seen: t1: no good reading of each of its meters; its caps stay as they are"),
                notes.toString());
    }

    @Test
    void aRestartAndAClockStepReleaseNobody() {
        others = 40;
        run(5);
        Optional<ActivePower> held = limit("solar");
        others = 0;
        var stored = new StateChanges(Set.of()).of(substation.state());
        substation = new Substation(settings(), StateCodec.read(List.of("solar", "wind"), stored));
        run(20);
        assertEquals(held, limit("solar"));
        Instant before = now();
        second += 3600;
        take(new ClockSet(before, now()));
        run(20);
        assertEquals(held, limit("solar"));
        assertTrue(
                cap("solar").why().startsWith("local flowgate t1"), cap("solar").why());
    }

    @Test
    void theLowerOfOrderAndLocalLimitIsInForce() {
        take(new TranchesArrived(
                "solar", List.of(new InsuredTranche("solar-a", megawatts(72), Optional.of(Price.parse("20.00"))))));
        take(new OrderArrived(order(10), true));
        others = 55;
        run(5);
        assertEquals(Optional.of("a"), cap("solar").order());
        assertTrue(
                cap("wind").why().startsWith("local flowgate t1"), cap("wind").why());
        assertEquals(Optional.of(megawatts(13)), limit("wind"), "the insured solar is left alone");
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            while (!dueAt.isEmpty() && dueAt.get(0) <= second) {
                dueAt.remove(0);
                due.remove(0).run();
            }
            take(new MeterRead("solar-meter", power(injection(0))));
            take(new MeterRead("wind-meter", power(injection(1))));
            take(new MeterRead(
                    "transformer",
                    transformerAnswers ? power(flow()) : MeterReading.missing("no answer within 1000 ms")));
            take(new Tick());
            second++;
        }
    }

    private void take(Event event) {
        Effects effects = new Effects();
        substation.handle(now(), event, effects);
        effects.records().forEach(record -> {
            if (record instanceof Note note) {
                notes.add(note.what() + ": " + note.detail());
            }
        });
        effects.setPoints().forEach(sent -> {
            dueAt.add(second + DEAD_TIME);
            due.add(() -> take(new LimitReported(sent.plant(), sent.cap(), Reading.good(sent.cap()))));
        });
        for (int node = 0; node < 2; node++) {
            int each = node;
            limit(node == 0 ? "solar" : "wind")
                    .ifPresentOrElse(
                            cap -> later(() -> limits[each] = cap.watts() / 1_000_000),
                            () -> later(() -> limits[each] = 72));
        }
    }

    private void later(Runnable change) {
        dueAt.add(second + DEAD_TIME);
        due.add(change);
    }

    private double injection(int node) {
        return Math.min(wanted[node], limits[node]);
    }

    private double flow() {
        return injection(0) + injection(1) + others;
    }

    private Instant now() {
        return NOON.plusSeconds(second);
    }

    private Cap cap(String node) {
        return substation.views(now()).get(node.equals("solar") ? 0 : 1).cap();
    }

    private Optional<ActivePower> limit(String node) {
        return cap(node).limit();
    }

    private static ActivePower rounded(ActivePower power) {
        return megawatts(Math.round(power.watts() / 1e6));
    }

    private static MeterReading power(double megawatts) {
        MeterReading nothing = MeterReading.missing("not asked");
        return new MeterReading(
                Reading.good(new ActivePower(Math.round(megawatts * 1e6))),
                nothing.frequency(),
                nothing.exported(),
                nothing.imported());
    }

    private CurtailmentOrder order(long cap) {
        return new CurtailmentOrder(
                "a",
                1,
                "iso",
                "solar",
                megawatts(cap),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON.plusSeconds(600),
                Duration.ofSeconds(60),
                "flowgate T1",
                NOON);
    }

    private static SubstationSettings settings() {
        SubstationSettings plain = StorySubstation.settings(FailSafePolicy.NONE);
        return new SubstationSettings(plain.substation(), plain.grid(), plain.price(), plain.nodes(), List.of(T1));
    }

    private static ActivePower megawatts(long count) {
        return new ActivePower(count * 1_000_000);
    }
}
