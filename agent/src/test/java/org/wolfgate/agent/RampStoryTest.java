package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.agent.curtailment.RampLimits;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;

/** Node wind of 36 MW, 4 MW/s down, 2 MW/s up, 3 s dwell, and a plant that confirms two seconds late. */
class RampStoryTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final RampLimits LIMITS =
            new RampLimits(megawatts(4), megawatts(2), Duration.ofSeconds(3), megawatts(1));
    private static final int DEAD_TIME = 2;

    private Substation substation = new Substation(StorySubstation.settings(LIMITS), SubstationState.NEW);
    private final List<String> setPoints = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<LimitReported> answers = new ArrayList<>();
    private final List<Integer> due = new ArrayList<>();
    private int second;

    @Test
    void anOrderIsAppliedOnlyWhenTheRampHasArrivedAndTheReleaseGoesUpInSteps() {
        post(order(20, 12));
        run(24);
        assertEquals(List.of("0 32", "1 28", "2 24", "3 20", "12 26", "15 32", "18 36"), setPoints);
        assertEquals(
                List.of("0 RECEIVED", "0 VERIFIED", "0 APPLYING", "5 APPLIED", "12 EXPIRED"),
                steps.stream().filter(step -> !step.endsWith("SCHEDULED")).toList());
    }

    @Test
    void aRestartOnTheWayGoesOnWhereTheRampShouldBe() {
        post(order(20, 30));
        run(1);
        List<String> nodes = List.of("solar", "wind");
        var stored = new StateChanges(Set.of()).of(substation.state());
        substation = new Substation(StorySubstation.settings(LIMITS), StateCodec.read(nodes, stored));
        second = 3;
        run(1);
        assertEquals("3 20", setPoints.get(setPoints.size() - 1));
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            while (!due.isEmpty() && due.get(0) <= second) {
                due.remove(0);
                post(answers.remove(0));
            }
            post(new Tick());
            second++;
        }
    }

    private void post(Event event) {
        Effects effects = new Effects();
        substation.handle(NOON.plusSeconds(second), event, effects);
        effects.records().forEach(record -> {
            if (record instanceof OrderStep step) {
                steps.add(second + " " + step.event().state());
            }
        });
        for (SetPoint sent : effects.setPoints()) {
            setPoints.add(second + " " + sent.cap().watts() / 1_000_000);
            answers.add(new LimitReported(sent.plant(), sent.cap(), Reading.good(sent.cap())));
            due.add(second + DEAD_TIME);
        }
    }

    private static OrderArrived order(long cap, int seconds) {
        Duration comply = Duration.ofSeconds(60);
        return new OrderArrived(
                StoryOrders.order("a", 1, "wind", megawatts(cap), NOON, Duration.ofSeconds(seconds), comply), true);
    }

    private static ActivePower megawatts(long count) {
        return new ActivePower(count * 1_000_000);
    }
}
