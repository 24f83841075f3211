package org.wolfgate.agent.curtailment.flowgate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.NOON;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.SPOT;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.cap;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.caps;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.gate;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.kilowatts;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.megawatts;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.next;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.node;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.power;
import static org.wolfgate.agent.curtailment.flowgate.SampleGate.unit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.flowgate.LocalFlowgateRule.State;
import org.wolfgate.drivers.ActivePower;

/** Against a greedy oracle, and against plants that follow slowly. */
class LocalFlowgatePropertyTest {

    private record Unit(String node, double factor, double megawatts, double cost) {}

    /**
     * Against a greedy oracle of its own: with one gate the cheapest relief is to cut by compensation per MW of flow. The
     * caps cost no more than that, to the rounding of a kW, and keep the gate.
     */
    @Test
    void noCheaperReliefExistsThanTheCapsThatFollow() {
        Seeds.holds(300, random -> {
            List<GateNode> nodes = new ArrayList<>();
            Map<String, BigDecimal> factors = new TreeMap<>();
            List<Unit> units = new ArrayList<>();
            for (int n = 0; n < 1 + random.nextInt(4); n++) {
                String id = "n" + n;
                BigDecimal factor = BigDecimal.valueOf(random.nextLong(1, 11), 1);
                factors.put(id, factor);
                List<InsuredTranche> tranches = new ArrayList<>();
                long power = 0;
                for (int u = 0; u < random.nextInt(4); u++) {
                    long quantity = random.nextLong(1, 21);
                    int strike = 10 + random.nextInt(70);
                    tranches.add(unit(id + u, quantity, strike + ".00"));
                    units.add(new Unit(id, factor.doubleValue(), quantity, Math.max(0, 60 - strike)));
                    power += quantity;
                }
                long beyond = random.nextInt(10);
                units.add(new Unit(id, factor.doubleValue(), beyond, 0));
                nodes.add(node(id, power + beyond, tranches.toArray(InsuredTranche[]::new)));
            }
            double own =
                    units.stream().mapToDouble(u -> u.factor() * u.megawatts()).sum();
            double base = random.nextInt(60);
            LocalGate gate = gate("t1", factors);
            Optional<ActivePower> flow = Optional.of(kilowatts(Math.round((base + own) * 1000)));
            State state = LocalFlowgateRule.next(State.NEW, List.of(new GateFlow(gate, flow)), nodes, SPOT, NOON);
            check(state, nodes, factors, units, base, own);
        });
    }

    private static void check(
            State state,
            List<GateNode> nodes,
            Map<String, BigDecimal> factors,
            List<Unit> units,
            double base,
            double own) {
        double over = base + own - 78;
        double left = 0;
        double paid = 0;
        for (GateNode node : nodes) {
            double injected = node.injection().orElseThrow().megawatts().doubleValue();
            double capped = Optional.ofNullable(state.caps().get(node.id()))
                    .map(cap -> cap.cap().megawatts().doubleValue())
                    .orElse(injected);
            left += factors.getOrDefault(node.id(), BigDecimal.ZERO).doubleValue() * capped;
            paid += compensation(units, node.id(), injected - capped);
        }
        double least = cheapest(units, over);
        double rounding = 0.001 * units.size();
        assertTrue(base + left <= Math.max(78, base) + rounding, "flow " + (base + left));
        assertTrue(paid <= least + 60 * rounding, paid + " is paid where " + least + " would do: " + state);
        assertTrue(over > 0 || state.caps().isEmpty(), "nobody is cut where all fits");
    }

    /** What a node's curtailed MW are owed: its dearest units, in compensation the cheapest, stand first. */
    private static double compensation(List<Unit> units, String node, double cut) {
        double left = cut;
        double paid = 0;
        for (Unit unit : units.stream()
                .filter(u -> u.node().equals(node))
                .sorted(Comparator.comparing(Unit::cost))
                .toList()) {
            double part = Math.min(left, unit.megawatts());
            paid += part * unit.cost();
            left -= part;
        }
        return paid;
    }

    private static double cheapest(List<Unit> units, double over) {
        double left = Math.max(0, over);
        double paid = 0;
        for (Unit unit : units.stream()
                .sorted(Comparator.comparing(u -> u.cost() / u.factor()))
                .toList()) {
            double part = Math.min(left / unit.factor(), unit.megawatts());
            paid += part * unit.cost();
            left -= part * unit.factor();
        }
        return paid;
    }

    /**
     * A node of 60 MW with a plant of random dead time and slew, and a load that steps: in the end the flow is at or below
     * the limit, the cap has not swung, and it never rose within a minute of another change upward.
     */
    @Test
    void aSlowPlantMakesNoCapSwing() {
        Seeds.holds(40, random -> {
            int dead = random.nextInt(31);
            double slew = 0.5 + 4 * random.nextDouble();
            double base = 20 + random.nextInt(50);
            double wanted = 20 + random.nextInt(40);
            double[] told = new double[1200];
            double injection = wanted;
            State state = State.NEW;
            List<Double> caps = new ArrayList<>();
            int toldAt = 0;
            for (int second = 0; second < 1200; second++) {
                base = second == 600 ? 10 + random.nextInt(60) : base;
                Optional<ActivePower> cap = Optional.ofNullable(caps(state).get("solar"));
                double limit = cap.map(c -> c.megawatts().doubleValue()).orElse(60.0);
                toldAt = second > 0 && limit < told[second - 1] ? second : toldAt;
                told[second] = limit;
                double heard = second < dead ? 60 : told[second - dead];
                injection += Math.max(-slew, Math.min(slew, Math.min(wanted, heard) - injection));
                boolean following = injection <= limit + 0.3 || second - toldAt < 40 + wanted / slew;
                GateNode node = new GateNode(
                        "solar",
                        megawatts(60),
                        Optional.of(power(injection)),
                        cap,
                        following,
                        Duration.ZERO,
                        List.of());
                state = next(state, base + injection, second, node);
                caps.add(
                        caps(state).containsKey("solar")
                                ? cap(state, "solar").cap().megawatts().doubleValue()
                                : 60);
                boolean arrived = second % 600 > dead + 60 / slew + 2;
                assertTrue(
                        !arrived || injection < 0.001 || base + injection <= 80,
                        "second " + second + ": " + (base + injection));
            }
            steady(caps);
        });
    }

    /** Between two changes of the load the cap goes down at once and then only up, a minute and a hysteresis at a time. */
    private static void steady(List<Double> caps) {
        int lastRise = -60;
        for (int second = 1; second < caps.size(); second++) {
            double step = caps.get(second) - caps.get(second - 1);
            if (step > 0) {
                assertTrue(second - lastRise >= 60, "rose at " + lastRise + " and at " + second);
                assertTrue(step <= 4.0001, "rose by " + step);
                lastRise = second;
            }
            boolean settled = second % 600 > 3;
            assertTrue(!settled || step >= 0, () -> "fell again: " + caps);
        }
    }
}
