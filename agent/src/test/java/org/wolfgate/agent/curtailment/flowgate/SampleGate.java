package org.wolfgate.agent.curtailment.flowgate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.flowgate.LocalFlowgateRule.State;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** A gate of 80 MW with a margin of 2 MW, a hysteresis of 4 MW, and a step upward at most every 60 s. */
final class SampleGate {

    private SampleGate() {}

    static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    static final Optional<Price> SPOT = Optional.of(Price.parse("60.00"));
    static final LocalGate.Care CARE = new LocalGate.Care(
            megawatts(2), megawatts(4), Duration.ofSeconds(60), Duration.ofSeconds(40), Duration.ofSeconds(5));

    static State next(State before, double flow, GateNode... nodes) {
        return next(before, flow, 0, nodes);
    }

    static State next(State before, double flow, int second, GateNode... nodes) {
        Map<String, BigDecimal> factors = new TreeMap<>();
        for (GateNode node : nodes) {
            factors.put(node.id(), BigDecimal.ONE);
        }
        return LocalFlowgateRule.next(
                before,
                List.of(new GateFlow(gate("t1", factors), Optional.of(power(flow)))),
                List.of(nodes),
                SPOT,
                NOON.plusSeconds(second));
    }

    static Map<String, ActivePower> caps(State state) {
        Map<String, ActivePower> caps = new TreeMap<>();
        state.caps().forEach((node, cap) -> caps.put(node, cap.cap()));
        return caps;
    }

    static LocalCap cap(State state, String node) {
        return Optional.ofNullable(state.caps().get(node)).orElseThrow();
    }

    static LocalGate gate(String name, Map<String, BigDecimal> nodes) {
        return new LocalGate(
                name, Optional.of(megawatts(80)), Optional.empty(), Map.of("m", BigDecimal.ONE), nodes, CARE);
    }

    static GateNode hydro(long power) {
        return node("hydro", power, unit("c", 38, "21.00"));
    }

    static GateNode node(String id, long power, InsuredTranche... tranches) {
        return new GateNode(
                id,
                megawatts(Math.max(60, power)),
                Optional.of(megawatts(power)),
                Optional.empty(),
                true,
                Duration.ZERO,
                List.of(tranches));
    }

    static InsuredTranche unit(String id, long power, String strike) {
        return new InsuredTranche(id, megawatts(power), Optional.of(Price.parse(strike)));
    }

    static ActivePower power(double megawatts) {
        return new ActivePower(Math.round(megawatts * 1e6));
    }

    static ActivePower megawatts(long count) {
        return new ActivePower(count * 1_000_000);
    }

    static ActivePower kilowatts(long count) {
        return ActivePower.ofKilowatts(count);
    }
}
