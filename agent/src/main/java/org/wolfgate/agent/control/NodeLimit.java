package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Ramp;
import org.wolfgate.agent.curtailment.Ramp.Level;
import org.wolfgate.agent.curtailment.Ramp.Target;
import org.wolfgate.drivers.ActivePower;

/** The limit that a node's plants are given together, on its way to the cap in force. */
final class NodeLimit {

    private final NodeSettings settings;
    private Optional<Level> level;

    NodeLimit(NodeSettings settings, NodeState resumed) {
        this.settings = settings;
        this.level = resumed.level().or(() -> told(resumed));
    }

    /** What plants were told before, where the limit itself was not kept: a ramp upward begins there. */
    private static Optional<Level> told(NodeState resumed) {
        return resumed.plants().values().stream()
                .flatMap(plant -> plant.commanded().stream())
                .reduce(ActivePower::plus)
                .map(Level::of);
    }

    Optional<Level> level() {
        return level;
    }

    /** Fail-safe has a ramp of its own in its ladder; a second one would make a trip slow. */
    static boolean atOnce(Cap cap) {
        return cap.failSafe().isPresent() && cap.order().isEmpty();
    }

    /** One step on the way to the cap, or to the node's rating. */
    ActivePower towards(Cap cap, Instant now) {
        ActivePower rating = settings.rating();
        Target target = new Target(cap.limit().orElse(rating).min(rating), rating, atOnce(cap));
        Level next = Ramp.next(level.orElse(Level.of(rating)), target, settings.ramp(), now);
        level = Optional.of(next);
        return next.limit();
    }

    /** Whether the plants are told to stay at or below a cap; not yet so on a ramp down. */
    boolean keeps(ActivePower cap) {
        return level.filter(now -> now.limit().compareTo(cap) <= 0).isPresent();
    }

    void clockSet(Instant before, Instant after) {
        level = level.map(now -> now.moved(Duration.between(before, after)));
    }
}
