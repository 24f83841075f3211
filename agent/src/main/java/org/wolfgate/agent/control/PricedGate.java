package org.wolfgate.agent.control;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.Flowgate;
import org.wolfgate.agent.pricing.GateShare;
import org.wolfgate.agent.pricing.PerUnit;

/**
 * A flowgate whose loading enters the price at the nodes that load it.
 *
 * @param curve its name, and what one more MW over it is worth
 * @param staleAfter the age from which a loading is no loading of now
 * @param nodes change of its flow per MW injected at each node, -1 to 1
 * @param local the agent's own meters show its loading; otherwise the ISO sends it
 */
public record PricedGate(Flowgate curve, Duration staleAfter, Map<String, PerUnit> nodes, boolean local) {

    public PricedGate {
        nodes = Map.copyOf(nodes);
    }

    String name() {
        return curve.id();
    }

    /** How a node loads it; empty if it does not. */
    Optional<GateShare> share(String node) {
        return Optional.ofNullable(nodes.get(node)).map(factor -> new GateShare(curve, factor));
    }
}
