package org.wolfgate.agent.curtailment.flowgate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.CARE;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.NOON;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.SPOT;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.cap;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.caps;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.gate;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.hydro;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.kilowatts;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.megawatts;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.next;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.node;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.unit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.curtailment.flowgate.LocalFlowgateRule.State;
import org.wolfgate.drivers.ActivePower;

/** The substation's own flowgate, case by case. */
class LocalFlowgateRuleTest {

    @Test
    void theUninsuredStandBackFirstThenTheHighestStrikes() {
        State state = next(State.NEW, 90, node("solar", 50, unit("a", 20, "24.50"), unit("b", 20, "33.00")), hydro(40));
        assertEquals(Map.of("solar", kilowatts(40_000), "hydro", kilowatts(38_000)), caps(state));
        assertEquals(
                "local flowgate t1 would carry 90.00 MW, its limit is 80 MW less a margin of 2 MW",
                cap(state, "solar").why());
    }

    @Test
    void aGateThatIsNotSeenNeitherLowersACapNorLetsOneRise() {
        State held = next(State.NEW, 90, hydro(40));
        GateNode node = hydro(40);
        LocalGate gate = gate("t1", Map.of("hydro", BigDecimal.ONE));
        State state = held;
        for (int second = 1; second < 1000; second++) {
            state = LocalFlowgateRule.next(
                    state,
                    List.of(new GateFlow(gate, Optional.empty())),
                    List.of(node),
                    SPOT,
                    NOON.plusSeconds(second));
        }
        assertEquals(held.caps(), state.caps());
        State seen = next(state, 50, 1000, node);
        assertEquals(held.caps(), seen.caps(), "the minute of room begins only now");
        assertEquals(kilowatts(32_000), cap(next(seen, 50, 1060, node), "hydro").cap());
    }

    @Test
    void othersStandBackForANodeThatDoesNotFollow() {
        GateNode deaf = new GateNode(
                "solar",
                megawatts(60),
                Optional.of(megawatts(50)),
                Optional.of(megawatts(38)),
                false,
                Duration.ZERO,
                List.of());
        State state = next(State.NEW, 90, deaf, hydro(40));
        assertEquals(Map.of("hydro", kilowatts(28_000)), caps(state));
    }

    @Test
    void aCapThatIsOnItsWayIsNotGivenTwice() {
        GateNode falling = new GateNode(
                "solar",
                megawatts(60),
                Optional.of(megawatts(50)),
                Optional.of(megawatts(38)),
                true,
                Duration.ZERO,
                List.of());
        assertEquals(Map.of(), caps(next(State.NEW, 90, falling, hydro(40))));
    }

    @Test
    void aNodeWhoseOwnMeterIsSilentIsNotCutByGuess() {
        GateNode unseen = new GateNode(
                "solar", megawatts(60), Optional.empty(), Optional.empty(), true, Duration.ZERO, List.of());
        assertEquals(Map.of("hydro", kilowatts(28_000)), caps(next(State.NEW, 90, unseen, hydro(40))));
    }

    @Test
    void againstTheDirectionTheNodesThatRelieveAreLeftAlone() {
        LocalGate gate = new LocalGate(
                "t1",
                Optional.empty(),
                Optional.of(megawatts(20)),
                Map.of("m", BigDecimal.ONE),
                Map.of("solar", BigDecimal.ONE, "hydro", new BigDecimal("-0.5")),
                CARE);
        State state = LocalFlowgateRule.next(
                State.NEW,
                List.of(new GateFlow(gate, Optional.of(megawatts(-23)))),
                List.of(node("solar", 20), hydro(40)),
                SPOT,
                NOON);
        assertEquals(Map.of("hydro", kilowatts(30_000)), caps(state));
    }

    @Test
    void withoutACertifiedDispatchAllAreCutAlike() {
        LocalGate gate = gate("t1", Map.of("solar", BigDecimal.ONE, "hydro", BigDecimal.ONE));
        Map<String, ActivePower> grants = new GateDispatch(
                        Map.of("solar", List.of(unit("a", 60, "20.00")), "hydro", List.of(unit("b", 30, "50.00"))),
                        List.of(new GateDispatch.Bound(gate, 18, 78, -78)),
                        SPOT)
                .alike();
        assertEquals(Map.of("solar", megawatts(40), "hydro", megawatts(20)), new TreeMap<>(grants));
    }
}
