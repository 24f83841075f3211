package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wolfgate.agent.control.Event.LimitHeld;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.PlantRamps;
import org.wolfgate.agent.curtailment.PlantRamps.Goal;
import org.wolfgate.agent.curtailment.PlantRamps.PlantLevel;
import org.wolfgate.agent.curtailment.PlantSplit;
import org.wolfgate.agent.curtailment.PlantSplit.UnitShare;
import org.wolfgate.agent.curtailment.Ramp;
import org.wolfgate.drivers.ActivePower;

/** The plants behind a node, held together to the limit on its way to the cap in force, each on its way to its share. */
final class NodePlants {

    private final NodeSettings settings;
    private final NodeLimit limit;
    private final Map<String, PlantControl> plants = new LinkedHashMap<>();
    private Map<String, PlantLevel> levels = new LinkedHashMap<>();

    NodePlants(NodeSettings settings, NodeState resumed) {
        this.settings = settings;
        this.limit = new NodeLimit(settings, resumed);
        settings.plants().forEach((plant, rule) -> {
            PlantControl.State state = resumed.plants().getOrDefault(plant, PlantControl.State.NEW);
            plants.put(plant, new PlantControl(plant, state));
            ActivePower last = state.commanded().orElse(rule.rating());
            levels.put(plant, state.level().orElseGet(() -> PlantLevel.settled(last)));
        });
    }

    Map<String, PlantControl.State> told() {
        Map<String, PlantControl.State> states = new LinkedHashMap<>();
        plants.forEach((id, plant) -> states.put(
                id,
                plant.commanded().isPresent()
                        ? new PlantControl.State(plant.commanded(), Optional.ofNullable(levels.get(id)))
                        : PlantControl.State.NEW));
        return states;
    }

    Optional<Ramp.Level> level() {
        return limit.level();
    }

    boolean has(String plant) {
        return plants.containsKey(plant);
    }

    /** Whether every plant's link lives, and every one that was told anything confirmed it. */
    boolean obey() {
        return plants.values().stream().allMatch(PlantControl::obeys);
    }

    /** What the plants were told together; empty if one of them was never told anything. */
    Optional<ActivePower> commanded() {
        Optional<ActivePower> sum = Optional.of(ActivePower.ZERO);
        for (PlantControl plant : plants.values()) {
            sum = sum.flatMap(all -> plant.commanded().map(all::plus));
        }
        return sum;
    }

    /** Whether the plants were told to keep this cap; not yet so on a ramp down. */
    boolean told(ActivePower cap) {
        return limit.keeps(cap)
                && commanded().filter(sum -> sum.compareTo(cap) <= 0).isPresent();
    }

    /** Whether every plant reads back a set-point that keeps this cap; no plants can keep none. */
    boolean keep(ActivePower cap) {
        return told(cap) && !plants.isEmpty() && plants.values().stream().allMatch(PlantControl::confirmed);
    }

    /**
     * Sees that the plants hold a cap, or their ratings if they were ever told to hold less.
     *
     * @param units what each unit may run at within a limit
     * @param settle how long a plant may take to follow
     */
    void hold(Cap cap, Function<ActivePower, List<UnitShare>> units, Duration settle, Instant now, Effects effects) {
        boolean everCapped = plants.values().stream().anyMatch(PlantControl::everCommanded);
        if (cap.limit().isEmpty() && !everCapped) {
            return;
        }
        ActivePower together = limit.towards(cap, now);
        Map<String, ActivePower> shares = PlantSplit.of(together, settings.plants(), units.apply(together));
        Goal goal = new Goal(shares, together, NodeLimit.atOnce(cap), settle);
        levels = PlantRamps.next(levels, settings.plants(), goal, now);
        levels.forEach((id, level) -> plant(id).want(level.level().limit(), now, effects));
    }

    void reported(LimitReported report, Instant now, Effects effects) {
        plant(report.plant()).report(report.commanded(), report.confirmed(), now, effects);
    }

    void look(LimitHeld look, Instant now, Effects effects) {
        plant(look.plant()).look(look.held(), now, effects);
    }

    void clockSet(Instant before, Instant after) {
        limit.clockSet(before, after);
        Duration step = Duration.between(before, after);
        levels.replaceAll((plant, level) -> level.moved(step));
    }

    private PlantControl plant(String id) {
        PlantControl plant = plants.get(id);
        if (plant == null) {
            throw new IllegalArgumentException("plant '" + id + "' is not behind node '" + settings.id() + "'");
        }
        return plant;
    }
}
