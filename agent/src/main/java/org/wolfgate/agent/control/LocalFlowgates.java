package org.wolfgate.agent.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.curtailment.Situation.LocalLimit;
import org.wolfgate.agent.curtailment.flowgate.GateFlow;
import org.wolfgate.agent.curtailment.flowgate.GateNode;
import org.wolfgate.agent.curtailment.flowgate.LocalCap;
import org.wolfgate.agent.curtailment.flowgate.LocalFlowgateRule;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.MeterReading;

/** The substation's own flowgates: what their meters show, and the caps that follow. */
final class LocalFlowgates {

    private final List<LocalGate> gates;
    private final MarketBook market;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private final Set<String> blind = new HashSet<>();
    private Optional<Instant> watchedSince = Optional.empty();
    private LocalFlowgateRule.State state;

    private record Seen(Instant at, ActivePower power) {}

    /** Since when a node is told to keep a cap, and no lower one. */
    private record Told(ActivePower cap, Instant since) {}

    /**
     * Flowgates as they were stored; a cap of which no flowgate is left is none.
     *
     * @param resumed by node
     */
    LocalFlowgates(List<LocalGate> gates, MarketBook market, Map<String, LocalCap> resumed) {
        this.gates = List.copyOf(gates);
        this.market = market;
        Map<String, LocalCap> caps = new HashMap<>(resumed);
        caps.keySet().removeIf(node -> gates.stream().noneMatch(gate -> gate.loadedBy(node)));
        this.state = new LocalFlowgateRule.State(caps, Map.of());
    }

    Map<String, LocalCap> caps() {
        return state.caps();
    }

    /** What the local flowgates leave to a node. */
    List<LocalLimit> limits(String node) {
        LocalCap cap = state.caps().get(node);
        return cap == null ? List.of() : List.of(new LocalLimit(cap.cap(), cap.why()));
    }

    /** Every meter may be a flowgate's or that of a node behind one. The flow is judged when a flowgate's own was read. */
    void read(String meter, MeterReading reading, Collection<NodeControl> nodes, Instant now, Effects effects) {
        if (reading.power().isGood()) {
            reading.power().value().ifPresent(power -> seen.put(meter, new Seen(now, power)));
        }
        if (gates.stream().anyMatch(gate -> gate.meters().containsKey(meter))) {
            judge(nodes, now, effects);
        }
    }

    /** How loaded the gates that a meter measures are, by name; none of a gate that is not seen. */
    Map<String, PerUnit> loadings(String meter, Instant now) {
        Map<String, PerUnit> loadings = new HashMap<>();
        gates.stream()
                .filter(gate -> gate.meters().containsKey(meter))
                .forEach(gate -> flow(gate, now).map(gate::loading).ifPresent(l -> loadings.put(gate.name(), l)));
        return loadings;
    }

    /** The clock was set: what was seen before is of another reckoning, and nobody is released for that. */
    void clockSet(Instant after) {
        seen.clear();
        told.replaceAll((node, cap) -> new Told(cap.cap(), after));
        watchedSince = Optional.of(after);
        state = new LocalFlowgateRule.State(state.caps(), Map.of());
    }

    /** Notes what each node is told to keep, so that it is given the time to follow. */
    void follow(NodeControl node, Instant now) {
        String id = node.settings().id();
        Optional<ActivePower> cap = node.cap().limit();
        Told before = told.get(id);
        if (cap.isEmpty()) {
            told.remove(id);
        } else if (before == null
                || cap.get().compareTo(before.cap()) < 0
                || !node.plants().told(cap.get())) {
            told.put(id, new Told(cap.get(), now));
        } else {
            told.put(id, new Told(cap.get(), before.since()));
        }
    }

    private void judge(Collection<NodeControl> nodes, Instant now, Effects effects) {
        List<GateFlow> flows =
                gates.stream().map(gate -> new GateFlow(gate, flow(gate, now))).toList();
        flows.forEach(flow -> noteSight(flow, now, effects));
        List<NodeControl> behind = nodes.stream()
                .filter(node -> gates.stream()
                        .anyMatch(gate -> gate.loadedBy(node.settings().id())))
                .toList();
        Map<String, LocalCap> before = state.caps();
        state = LocalFlowgateRule.next(
                state, flows, behind.stream().map(node -> seenNow(node, now)).toList(), spot(behind, now), now);
        behind.forEach(node -> noteChange(node.settings().id(), before, now, effects));
    }

    private Optional<ActivePower> flow(LocalGate gate, Instant now) {
        BigDecimal watts = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> meter : gate.meters().entrySet()) {
            Optional<ActivePower> power = fresh(meter.getKey(), gate.care().staleAfter(), now);
            if (power.isEmpty()) {
                return Optional.empty();
            }
            watts = watts.add(
                    meter.getValue().multiply(BigDecimal.valueOf(power.get().watts())));
        }
        return Optional.of(
                new ActivePower(watts.setScale(0, RoundingMode.HALF_EVEN).longValueExact()));
    }

    private Optional<ActivePower> fresh(String meter, Duration staleAfter, Instant now) {
        return Optional.ofNullable(seen.get(meter))
                .filter(reading -> !now.isAfter(reading.at().plus(staleAfter)))
                .map(Seen::power);
    }

    private GateNode seenNow(NodeControl node, Instant now) {
        NodeSettings settings = node.settings();
        Optional<ActivePower> injection =
                fresh(settings.meter(), longest(settings.id(), LocalGate.Care::staleAfter), now);
        return new GateNode(
                settings.id(),
                settings.rating(),
                injection,
                node.cap().limit(),
                follows(node, injection, now),
                node.settle(),
                market.tranches(settings.id()));
    }

    /** A node that was given its cap lately is on its way to it; later it must be seen to keep it. */
    private boolean follows(NodeControl node, Optional<ActivePower> injection, Instant now) {
        NodeSettings settings = node.settings();
        Told cap = told.get(settings.id());
        Duration declared = longest(settings.id(), LocalGate.Care::followWithin);
        Duration within = declared.compareTo(node.settle()) >= 0 ? declared : node.settle();
        return cap == null
                || now.isBefore(cap.since().plus(within))
                || injection
                        .filter(power -> power.compareTo(cap.cap().plus(settings.tolerance())) <= 0)
                        .isPresent();
    }

    private Duration longest(String node, Function<LocalGate.Care, Duration> span) {
        return gates.stream()
                .filter(gate -> gate.loadedBy(node))
                .map(gate -> span.apply(gate.care()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The spot price of the nodes' zone; none if they are in several. */
    private Optional<Price> spot(List<NodeControl> behind, Instant now) {
        List<String> zones =
                behind.stream().map(node -> node.settings().zone()).distinct().toList();
        return zones.size() == 1 ? market.spot(zones.get(0), now) : Optional.empty();
    }

    private void noteSight(GateFlow flow, Instant now, Effects effects) {
        String name = flow.gate().name();
        boolean gone = flow.flow().isEmpty();
        Instant since = watchedSince.orElse(now);
        watchedSince = Optional.of(since);
        // At the start not every meter can have been read.
        if (gone && !now.isAfter(since.plus(flow.gate().care().staleAfter()))) {
            return;
        }
        if (gone ? blind.add(name) : blind.remove(name)) {
            String what = gone ? "local flowgate not seen" : "local flowgate seen again";
            String detail = gone ? ": no good reading of each of its meters; its caps stay as they are" : "";
            effects.record(new Note(now, what, name + detail));
        }
    }

    private void noteChange(String node, Map<String, LocalCap> before, Instant now, Effects effects) {
        LocalCap cap = state.caps().get(node);
        LocalCap old = before.get(node);
        if (cap != null && !cap.equals(old)) {
            effects.record(new Note(now, "local flowgate", "node " + node + ", cap " + cap.cap() + ": " + cap.why()));
        } else if (cap == null && old != null) {
            effects.record(new Note(now, "local flowgate", "node " + node + ", no cap: " + old.why()));
        }
    }
}
