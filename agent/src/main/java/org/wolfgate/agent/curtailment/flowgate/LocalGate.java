package org.wolfgate.agent.curtailment.flowgate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.ActivePower;

/**
 * A flowgate of the substation's own, such as its transformer or a feeder, watched by the agent's meters.
 *
 * @param forward the most it may carry in the direction that its meters count as positive; empty if that is not watched
 * @param reverse the most it may carry against it
 * @param meters its flow is the sum of these meters' power, each times its factor
 * @param nodes change of its flow per MW injected at each node behind it, -1 to 1 and not zero
 */
public record LocalGate(
        String name,
        Optional<ActivePower> forward,
        Optional<ActivePower> reverse,
        Map<String, BigDecimal> meters,
        Map<String, BigDecimal> nodes,
        Care care) {

    private static final double WATTS_PER_MEGAWATT = 1e6;

    /**
     * How carefully it is kept.
     *
     * @param margin how far below its limit it is kept
     * @param hysteresis room below that before any cap rises, and the most by which one step lets the flow rise
     * @param releaseAfter how long there must be that room, before the first step and between two
     * @param followWithin how long a node is trusted to be on its way to a cap that it was given
     * @param staleAfter the age from which a reading is no reading of now
     */
    public record Care(
            ActivePower margin,
            ActivePower hysteresis,
            Duration releaseAfter,
            Duration followWithin,
            Duration staleAfter) {}

    public LocalGate {
        meters = Map.copyOf(meters);
        nodes = Map.copyOf(nodes);
    }

    /** Change of flow in MW per MW injected at a node; zero if the node does not load this gate. */
    public double factor(String node) {
        return nodes.getOrDefault(node, BigDecimal.ZERO).doubleValue();
    }

    /** Whether a node's injection changes the flow here. */
    public boolean loadedBy(String node) {
        return nodes.containsKey(node);
    }

    /**
     * How loaded it is: the flow over the limit of its direction, signed like the flow; over the other limit where that
     * direction has none.
     */
    public PerUnit loading(ActivePower flow) {
        Optional<ActivePower> limit = flow.watts() < 0 ? reverse.or(() -> forward) : forward.or(() -> reverse);
        long watts = limit.map(ActivePower::watts)
                .orElseThrow(() -> new IllegalStateException("flowgate " + name + " has no limit"));
        return PerUnit.of(
                BigDecimal.valueOf(flow.watts()).divide(BigDecimal.valueOf(watts), 9, RoundingMode.HALF_EVEN));
    }

    /** What it is kept at or below, in MW; infinite if nobody watches that direction. */
    double highest() {
        return forward.map(limit -> megawatts(limit.minus(care.margin()))).orElse(Double.POSITIVE_INFINITY);
    }

    /** What it is kept at or above, in MW; minus infinite if nobody watches that direction. */
    double lowest() {
        return reverse.map(limit -> -megawatts(limit.minus(care.margin()))).orElse(Double.NEGATIVE_INFINITY);
    }

    double hysteresis() {
        return megawatts(care.hysteresis());
    }

    private static double megawatts(ActivePower power) {
        return power.watts() / WATTS_PER_MEGAWATT;
    }
}
