package org.wolfgate.agent.curtailment;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wolfgate.drivers.ActivePower;

/**
 * Shares a node's limit over its plants, never more in sum than the limit: first what each unit was granted over the plants
 * that make it, then the rest over the plants of no unit, then over all. Among several plants by the rated power that they
 * have left. What a plant of stages cannot take goes to those that can.
 */
public final class PlantSplit {

    private final Map<String, PlantRule> plants;
    private final Map<String, ActivePower> shares = new LinkedHashMap<>();
    private ActivePower left;

    /** What a unit may run at, and the plants that make its power. */
    public record UnitShare(ActivePower granted, List<String> plants) {}

    private PlantSplit(ActivePower limit, Map<String, PlantRule> plants) {
        this.left = limit.max(ActivePower.ZERO);
        this.plants = plants;
        plants.keySet().forEach(plant -> shares.put(plant, ActivePower.ZERO));
    }

    /**
     * A set-point for each plant.
     *
     * @param units none, to share by rating alone
     * @return set-points by plant, rounded down to 1 W
     */
    public static Map<String, ActivePower> of(ActivePower limit, Map<String, PlantRule> plants, List<UnitShare> units) {
        PlantSplit split = new PlantSplit(limit, plants);
        units.forEach(unit -> split.give(unit.granted(), unit.plants()));
        List<String> ofUnits =
                units.stream().flatMap(unit -> unit.plants().stream()).toList();
        split.give(
                split.left,
                plants.keySet().stream()
                        .filter(plant -> !ofUnits.contains(plant))
                        .toList());
        split.give(split.left, plants.keySet());
        split.stage();
        return split.shares;
    }

    private void give(ActivePower amount, Collection<String> takers) {
        ActivePower given = amount.min(left);
        BigInteger total = takers.stream()
                .map(plant -> BigInteger.valueOf(room(plant).watts()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            return;
        }
        Map<String, ActivePower> parts = new LinkedHashMap<>();
        takers.forEach(plant -> parts.put(plant, part(given, room(plant), total)));
        parts.forEach((plant, part) -> {
            shares.merge(plant, part, ActivePower::plus);
            left = left.minus(part);
        });
    }

    private void stage() {
        plants.forEach((plant, rule) -> {
            ActivePower share = share(plant);
            ActivePower held = rule.staged(share);
            shares.put(plant, held);
            left = left.plus(share.minus(held));
        });
        give(
                left,
                plants.keySet().stream()
                        .filter(plant -> rule(plant).stages().isEmpty())
                        .toList());
    }

    private ActivePower room(String plant) {
        return rule(plant).rating().minus(share(plant));
    }

    private ActivePower share(String plant) {
        return shares.getOrDefault(plant, ActivePower.ZERO);
    }

    private PlantRule rule(String plant) {
        PlantRule rule = plants.get(plant);
        if (rule == null) {
            throw new IllegalArgumentException("no plant '" + plant + "' is behind this node");
        }
        return rule;
    }

    private static ActivePower part(ActivePower amount, ActivePower room, BigInteger total) {
        BigInteger watts = BigInteger.valueOf(amount.watts())
                .multiply(BigInteger.valueOf(room.watts()))
                .divide(total);
        return new ActivePower(watts.longValueExact()).min(room);
    }
}
