package org.wolfgate.agent.curtailment.flowgate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** The substation's own flowgate: limit 80 MW, margin 2 MW, hysteresis 4 MW, a step at most every 60 s. */
class LocalFlowgateRuleTest {

    private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");
    private static final Optional<Price> SPOT = Optional.of(Price.parse("60.00"));
    private static final LocalGate.Care CARE = new LocalGate.Care(
            megawatts(2), megawatts(4), Duration.ofSeconds(60), Duration.ofSeconds(40), Duration.ofSeconds(5));

    private record Unit(String node, double factor, double megawatts, double cost) {}

    @Test
    void theUninsuredStandBackFirstThenTheHighestStrikes() {
        State state = next(State.NEW, 90, node("solar", 50, unit("a", 20, "24.50"), unit("b", 20, "33.00")), hydro(40));
        assertEquals(Map.of("solar", kilowatts(40_000), "hydro", kilowatts(38_000)), caps(state));
        assertEquals(
                "local flowgate t1 would carry 90.00 MW, its limit is 80 MW less a margin of 2 MW",
                cap(state, "solar").why());
    }

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

    private static State next(State before, double flow, GateNode... nodes) {
        return next(before, flow, 0, nodes);
    }

    private static State next(State before, double flow, int second, GateNode... nodes) {
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

    private static Map<String, ActivePower> caps(State state) {
        Map<String, ActivePower> caps = new TreeMap<>();
        state.caps().forEach((node, cap) -> caps.put(node, cap.cap()));
        return caps;
    }

    private static LocalCap cap(State state, String node) {
        return Optional.ofNullable(state.caps().get(node)).orElseThrow();
    }

    private static LocalGate gate(String name, Map<String, BigDecimal> nodes) {
        return new LocalGate(
                name, Optional.of(megawatts(80)), Optional.empty(), Map.of("m", BigDecimal.ONE), nodes, CARE);
    }

    private static GateNode hydro(long power) {
        return node("hydro", power, unit("c", 38, "21.00"));
    }

    private static GateNode node(String id, long power, InsuredTranche... tranches) {
        return new GateNode(
                id,
                megawatts(Math.max(60, power)),
                Optional.of(megawatts(power)),
                Optional.empty(),
                true,
                Duration.ZERO,
                List.of(tranches));
    }

    private static InsuredTranche unit(String id, long power, String strike) {
        return new InsuredTranche(id, megawatts(power), Optional.of(Price.parse(strike)));
    }

    private static ActivePower power(double megawatts) {
        return new ActivePower(Math.round(megawatts * 1e6));
    }

    private static ActivePower megawatts(long count) {
        return new ActivePower(count * 1_000_000);
    }

    private static ActivePower kilowatts(long count) {
        return ActivePower.ofKilowatts(count);
    }
}
