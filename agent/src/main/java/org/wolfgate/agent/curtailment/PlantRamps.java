package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wolfgate.agent.curtailment.Ramp.Level;
import org.wolfgate.agent.curtailment.Ramp.Target;
import org.wolfgate.drivers.ActivePower;

/**
 * Each plant's limit on its way to its share, by its own ramp, dwell and hysteresis. Power that moves from one plant to
 * another is taken before it is given: a plant comes down at once, and still counts with what it had until it has had the
 * time to follow; only then may another rise into what it left.
 */
public final class PlantRamps {

    private final Map<String, PlantRule> plants;
    private final Goal goal;
    private final Instant now;
    private final Map<String, PlantLevel> levels = new LinkedHashMap<>();

    /**
     * The limit of one plant. Plain data, so that it survives a restart.
     *
     * @param occupies what it may still inject
     * @param until when it has settled at its limit
     */
    public record PlantLevel(Level level, ActivePower occupies, Instant until) {

        /** A plant that has held a limit for long. */
        public static PlantLevel settled(ActivePower limit) {
            return new PlantLevel(Level.of(limit), limit, Instant.EPOCH);
        }

        /** The same after the clock was set by a step. */
        public PlantLevel moved(Duration step) {
            return new PlantLevel(level.moved(step), occupies, until.equals(Instant.EPOCH) ? until : until.plus(step));
        }

        ActivePower occupied(Instant now) {
            return now.isBefore(until) ? occupies.max(level.limit()) : level.limit();
        }
    }

    /**
     * Where the plants shall go.
     *
     * @param limit what they may inject together; at least the sum of the shares
     * @param atOnce downward without a ramp, as fail-safe has one of its own
     * @param settle how long a plant may take to follow
     */
    public record Goal(Map<String, ActivePower> shares, ActivePower limit, boolean atOnce, Duration settle) {}

    private PlantRamps(Map<String, PlantRule> plants, Goal goal, Instant now) {
        this.plants = plants;
        this.goal = goal;
        this.now = now;
    }

    /**
     * The limits at a time.
     *
     * @param before of every plant
     */
    public static Map<String, PlantLevel> next(
            Map<String, PlantLevel> before, Map<String, PlantRule> plants, Goal goal, Instant now) {
        PlantRamps ramps = new PlantRamps(plants, goal, now);
        ramps.levels.putAll(before);
        before.forEach(ramps::down);
        before.forEach(ramps::up);
        return ramps.levels;
    }

    private void down(String plant, PlantLevel from) {
        Level level = wanted(plant, from);
        if (level.limit().compareTo(from.level().limit()) <= 0) {
            boolean falls = !level.limit().equals(from.level().limit());
            levels.put(
                    plant,
                    falls
                            ? new PlantLevel(level, from.occupied(now), now.plus(goal.settle()))
                            : new PlantLevel(level, from.occupies(), from.until()));
        }
    }

    private void up(String plant, PlantLevel from) {
        Level level = wanted(plant, from);
        ActivePower others = levels.entrySet().stream()
                .filter(other -> !other.getKey().equals(plant))
                .map(other -> other.getValue().occupied(now))
                .reduce(ActivePower.ZERO, ActivePower::plus);
        boolean rises = level.limit().compareTo(from.level().limit()) > 0;
        if (rises && others.plus(level.limit()).compareTo(goal.limit()) <= 0) {
            levels.put(plant, new PlantLevel(level, level.limit(), now));
        }
    }

    private Level wanted(String plant, PlantLevel from) {
        PlantRule rule = plants.get(plant);
        ActivePower share = goal.shares().get(plant);
        if (rule == null || share == null) {
            throw new IllegalArgumentException("no plant '" + plant + "' is behind this node");
        }
        return Ramp.next(from.level(), new Target(share, rule.rating(), goal.atOnce()), rule.ramp(), now);
    }
}
