package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fail-safe ladder of a node: what it does how long after the last good word of each thing that it needs.
 *
 * @param ladders the rungs of each, the earliest first; what has none is never taken for lost
 * @param leaveAfter how long what was lost must be back before the node is released from fail-safe
 */
public record FailSafePolicy(Map<Dependency, List<Rung>> ladders, Duration leaveAfter) {

    /** Orders count to the end of their windows, whatever else happens. */
    public static final FailSafePolicy NONE = new FailSafePolicy(Map.of(), Duration.ZERO);

    /**
     * One rung.
     *
     * @param after the last good word
     */
    public record Rung(Duration after, FailSafeAction action) {}

    public FailSafePolicy {
        ladders = Map.copyOf(ladders);
    }

    /** The rung that a silence has reached, if any. */
    Optional<Rung> reached(Dependency dependency, Instant lastGood, Instant now) {
        return ladders.getOrDefault(dependency, List.of()).stream()
                .filter(rung -> !now.isBefore(lastGood.plus(rung.after())))
                .reduce((earlier, later) -> later);
    }

    /** Whether the ISO counts as silent, after a last word at this time. */
    public boolean silent(Instant lastWord, Instant now) {
        return reached(Dependency.UPSTREAM, lastWord, now).isPresent();
    }
}
