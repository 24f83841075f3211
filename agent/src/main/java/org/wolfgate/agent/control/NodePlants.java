package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.PlantSplit;
import org.wolfgate.agent.curtailment.Ramp;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;

/** The plants behind a node, held together to the limit on its way to the cap in force. */
final class NodePlants {

    private final NodeSettings settings;
    private final NodeLimit limit;
    private final Map<String, PlantControl> plants = new LinkedHashMap<>();

    NodePlants(NodeSettings settings, NodeState resumed) {
        this.settings = settings;
        this.limit = new NodeLimit(settings, resumed);
        settings.plants()
                .keySet()
                .forEach(plant -> plants.put(
                        plant, new PlantControl(plant, resumed.plants().getOrDefault(plant, PlantControl.State.NEW))));
    }

    Map<String, PlantControl.State> told() {
        return plants.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().state()));
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

    /** Whether the plants were told to keep this cap; not yet so on a ramp down. */
    boolean told(ActivePower cap) {
        return limit.keeps(cap);
    }

    /** Whether every plant reads back a set-point that keeps this cap; no plants can keep none. */
    boolean keep(ActivePower cap) {
        return limit.keeps(cap) && !plants.isEmpty() && plants.values().stream().allMatch(PlantControl::confirmed);
    }

    /** Sees that the plants hold a cap, or their ratings if they were ever told to hold less. */
    void hold(Cap cap, Instant now, Effects effects) {
        boolean everCapped = plants.values().stream().anyMatch(PlantControl::everCommanded);
        if (cap.limit().isPresent() || everCapped) {
            PlantSplit.of(limit.towards(cap, now), settings.plants())
                    .forEach((plant, setPoint) -> plant(plant).want(setPoint, now, effects));
        }
    }

    void reported(String plant, ActivePower commanded, Reading<ActivePower> confirmed) {
        plant(plant).report(commanded, confirmed);
    }

    void look(String plant, Reading<ActivePower> held, Instant now, Effects effects) {
        plant(plant).look(held, now, effects);
    }

    void clockSet(Instant before, Instant after) {
        limit.clockSet(before, after);
    }

    private PlantControl plant(String id) {
        PlantControl plant = plants.get(id);
        if (plant == null) {
            throw new IllegalArgumentException("plant '" + id + "' is not behind node '" + settings.id() + "'");
        }
        return plant;
    }
}
