package org.wolfgate.agent.curtailment.flowgate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.TrancheLadder;
import org.wolfgate.agent.curtailment.flowgate.GateDispatch.Bound;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * When a flowgate would carry too much although every node does as it was told, the dispatch that owes the least
 * compensation says who stands back. Caps rise again step by step, each step no further than the hysteresis, and only
 * after there was that room for the whole of the declared time.
 *
 * <p>A gate that is not seen, for want of a good reading of now, neither lowers a cap nor lets one rise: what was in force
 * stays. A node that is not seen, or does not follow, counts with what it does to the flow: others stand back for it.
 */
public final class LocalFlowgateRule {

    /** MW below which a difference is none: caps are whole kW. */
    private static final double NOTHING = 0.0005;

    private static final double WATTS_PER_MEGAWATT = 1e6;

    private final Map<String, GateNode> nodes;
    private final List<GateFlow> gates;
    private final Optional<Price> spot;
    private final Instant now;

    /**
     * What the rule remembers.
     *
     * @param caps by node; only these survive a restart
     * @param quietSince by gate, since when it was seen to have room without a break
     */
    public record State(Map<String, LocalCap> caps, Map<String, Instant> quietSince) {
        public static final State NEW = new State(Map.of(), Map.of());

        public State {
            caps = Map.copyOf(caps);
            quietSince = Map.copyOf(quietSince);
        }
    }

    private LocalFlowgateRule(List<GateFlow> gates, List<GateNode> nodes, Optional<Price> spot, Instant now) {
        this.gates = gates;
        this.nodes =
                nodes.stream().collect(Collectors.toMap(GateNode::id, node -> node, (a, b) -> a, LinkedHashMap::new));
        this.spot = spot;
        this.now = now;
    }

    /**
     * What follows from what is seen now.
     *
     * @param spot price of the nodes' zone; without one, units rank by their strikes alone
     */
    public static State next(
            State before, List<GateFlow> gates, List<GateNode> nodes, Optional<Price> spot, Instant now) {
        return new LocalFlowgateRule(gates, nodes, spot, now).next(before);
    }

    private State next(State before) {
        Map<String, Instant> quiet = quiet(before.quietSince());
        List<GateFlow> over = gates.stream().filter(this::overloaded).toList();
        if (!over.isEmpty()) {
            return new State(relieved(before.caps(), over), quiet);
        }
        List<GateNode> rising = nodes.values().stream()
                .filter(node -> before.caps().containsKey(node.id()) && mayRise(node, quiet))
                .toList();
        if (rising.isEmpty()) {
            return new State(before.caps(), quiet);
        }
        gates.stream()
                .map(GateFlow::gate)
                .filter(gate -> rising.stream().anyMatch(node -> gate.loadedBy(node.id())))
                .forEach(gate -> quiet.put(gate.name(), now));
        return new State(raised(before.caps(), rising), quiet);
    }

    /** Flow on a gate that is seen, in MW, once every node whose injection is known has done as it was told. */
    private double expected(GateFlow seen) {
        double flow = megawatts(seen.flow().orElseThrow());
        for (GateNode node : nodes.values()) {
            if (node.injection().isPresent()) {
                flow += seen.gate().factor(node.id())
                        * megawatts(node.expected()
                                .orElseThrow()
                                .minus(node.injection().get()));
            }
        }
        return flow;
    }

    private boolean overloaded(GateFlow each) {
        return each.flow().isPresent()
                && (expected(each) > each.gate().highest() + NOTHING
                        || expected(each) < each.gate().lowest() - NOTHING);
    }

    private Map<String, Instant> quiet(Map<String, Instant> before) {
        Map<String, Instant> quiet = new TreeMap<>();
        for (GateFlow each : gates) {
            LocalGate gate = each.gate();
            boolean room = each.flow().isPresent()
                    && expected(each) <= gate.highest() - gate.hysteresis()
                    && expected(each) >= gate.lowest() + gate.hysteresis();
            if (room) {
                quiet.put(gate.name(), before.getOrDefault(gate.name(), now));
            }
        }
        return quiet;
    }

    private Map<String, LocalCap> relieved(Map<String, LocalCap> before, List<GateFlow> over) {
        Map<String, List<InsuredTranche>> units = new TreeMap<>();
        nodes.values().stream()
                .filter(GateNode::following)
                .forEach(node -> node.expected()
                        .filter(power -> power.watts() > 0)
                        .ifPresent(power -> units.put(node.id(), TrancheLadder.scheduled(node.tranches(), power))));
        String why = over.stream().map(this::words).collect(Collectors.joining("; "));
        Map<String, LocalCap> caps = new TreeMap<>(before);
        new GateDispatch(units, bounds(units), spot).grants().forEach((node, grant) -> {
            ActivePower running = total(units, node);
            boolean cut = megawatts(running.minus(grant)) > NOTHING;
            boolean lower = Optional.ofNullable(before.get(node))
                    .filter(cap -> cap.cap().compareTo(grant) <= 0)
                    .isEmpty();
            if (cut && lower) {
                caps.put(node, new LocalCap(grant, why));
            }
        });
        return caps;
    }

    /** What the units add to comes on top of everything else that flows. */
    private List<Bound> bounds(Map<String, List<InsuredTranche>> units) {
        List<Bound> bounds = new ArrayList<>();
        for (GateFlow each : gates) {
            if (each.flow().isPresent()) {
                LocalGate gate = each.gate();
                double own = units.keySet().stream()
                        .mapToDouble(node -> gate.factor(node) * megawatts(total(units, node)))
                        .sum();
                bounds.add(new Bound(gate, expected(each) - own, gate.highest(), gate.lowest()));
            }
        }
        return bounds;
    }

    /** A node may come again if every gate that it loads was quiet for the declared time, and it is seen itself. */
    private boolean mayRise(GateNode node, Map<String, Instant> quiet) {
        return node.injection().isPresent()
                && gates.stream()
                        .map(GateFlow::gate)
                        .filter(gate -> gate.loadedBy(node.id()))
                        .allMatch(gate -> Optional.ofNullable(quiet.get(gate.name()))
                                .filter(since -> !now.isBefore(since.plus(wait(gate, node))))
                                .isPresent());
    }

    /** A step must show in the flow before the next one; so a slow plant makes the steps rarer, never the other way. */
    private static Duration wait(LocalGate gate, GateNode node) {
        Duration declared = gate.care().releaseAfter();
        return declared.compareTo(node.settle()) >= 0 ? declared : node.settle();
    }

    /** One step up: the units above the caps, as far as the hysteresis lets the flow on each gate rise. */
    private Map<String, LocalCap> raised(Map<String, LocalCap> before, List<GateNode> rising) {
        Map<String, List<InsuredTranche>> above = new TreeMap<>();
        rising.forEach(node -> above.put(node.id(), above(node, cap(before, node.id()))));
        List<Bound> bounds = gates.stream()
                .map(GateFlow::gate)
                .map(gate -> new Bound(gate, 0, gate.hysteresis(), -gate.hysteresis()))
                .toList();
        Map<String, ActivePower> steps = new GateDispatch(above, bounds, spot).grants();
        Map<String, LocalCap> caps = new TreeMap<>(before);
        for (GateNode node : rising) {
            LocalCap held = before.get(node.id());
            ActivePower cap = cap(before, node.id()).plus(steps.getOrDefault(node.id(), ActivePower.ZERO));
            if (held == null || cap.compareTo(node.rating()) >= 0) {
                caps.remove(node.id());
            } else {
                caps.put(node.id(), new LocalCap(cap, risen(held.why())));
            }
        }
        return caps;
    }

    private static ActivePower cap(Map<String, LocalCap> caps, String node) {
        LocalCap cap = caps.get(node);
        return cap == null ? ActivePower.ZERO : cap.cap();
    }

    /** The units that a node would run beyond its cap, up to its rating. */
    private static List<InsuredTranche> above(GateNode node, ActivePower cap) {
        List<InsuredTranche> below = TrancheLadder.scheduled(node.tranches(), cap);
        return TrancheLadder.scheduled(node.tranches(), node.rating()).stream()
                .map(unit -> unit.of(unit.quantity().minus(running(below, unit.unit()))))
                .toList();
    }

    private static ActivePower running(List<InsuredTranche> units, String id) {
        return units.stream()
                .filter(unit -> unit.unit().equals(id))
                .map(InsuredTranche::quantity)
                .reduce(ActivePower.ZERO, ActivePower::plus);
    }

    private static String risen(String why) {
        String suffix = "; it has room again, released step by step";
        return why.endsWith(suffix) ? why : why + suffix;
    }

    private String words(GateFlow over) {
        LocalGate gate = over.gate();
        boolean forward = expected(over) > gate.highest();
        ActivePower limit = (forward ? gate.forward() : gate.reverse()).orElse(ActivePower.ZERO);
        return String.format(
                Locale.ROOT,
                "local flowgate %s would carry %.2f MW%s, its limit is %s less a margin of %s",
                gate.name(),
                Math.abs(expected(over)),
                forward ? "" : " in reverse",
                limit,
                gate.care().margin());
    }

    private static ActivePower total(Map<String, List<InsuredTranche>> units, String node) {
        return units.getOrDefault(node, List.of()).stream()
                .map(InsuredTranche::quantity)
                .reduce(ActivePower.ZERO, ActivePower::plus);
    }

    private static double megawatts(ActivePower power) {
        return power.watts() / WATTS_PER_MEGAWATT;
    }
}
