package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.PerUnit;

/** The flowgates that disperse the price over the nodes, and how loaded they are as far as that is known. */
final class GateLoadings {

    private final Map<String, Watched> gates = new LinkedHashMap<>();

    private record Watched(PricedGate gate, LoadingSamples samples) {}

    GateLoadings(List<PricedGate> gates) {
        gates.forEach(gate -> this.gates.put(gate.name(), new Watched(gate, new LoadingSamples(gate.staleAfter()))));
    }

    Optional<PricedGate> gate(String name) {
        return Optional.ofNullable(gates.get(name)).map(Watched::gate);
    }

    /** Takes a loading; nothing comes of one that no price asks for. */
    void accept(String gate, Instant measuredAt, PerUnit loading, Instant now) {
        Optional.ofNullable(gates.get(gate))
                .ifPresent(watched -> watched.samples().accept(measuredAt, loading, now));
    }

    /** The clock was set: what the agent's own meters showed carries stamps of another reckoning. */
    void clockSet() {
        gates.values().stream()
                .filter(watched -> watched.gate().local())
                .forEach(watched -> watched.samples().forget());
    }

    /** The gates that a node loads, in the order of the configuration. */
    List<GateShare> shares(String node) {
        return loadedBy(node)
                .map(watched -> watched.gate().share(node))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The loadings of a node's gates at a moment; none of what is stale. */
    Map<String, PerUnit> at(String node, Instant now) {
        return known(node, samples -> samples.at(now));
    }

    /** The loadings of a node's gates over an interval; none of what is stale at its end. */
    Map<String, PerUnit> over(String node, Interval span) {
        return known(node, samples -> samples.over(span));
    }

    /** Whether a loading that is not among the known ones may still come from the ISO. */
    boolean awaits(String node, Set<String> known) {
        return loadedBy(node).map(Watched::gate).anyMatch(gate -> !gate.local() && !known.contains(gate.name()));
    }

    private Map<String, PerUnit> known(String node, Function<LoadingSamples, Optional<PerUnit>> look) {
        Map<String, PerUnit> known = new TreeMap<>();
        loadedBy(node)
                .forEach(watched -> look.apply(watched.samples())
                        .ifPresent(loading -> known.put(watched.gate().name(), loading)));
        return known;
    }

    private Stream<Watched> loadedBy(String node) {
        return gates.values().stream()
                .filter(watched -> watched.gate().share(node).isPresent());
    }
}
