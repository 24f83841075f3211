package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.PlantSplit.UnitShare;
import org.wolfgate.drivers.ActivePower;

/** From a node's limit to the set-points of its plants. */
class PlantSplitTest {

    private static final Map<String, PlantRule> PLANTS = new TreeMap<>(
            Map.of("park", PlantRule.of(power(40)), "roof", PlantRule.of(power(20)), "wind", PlantRule.of(power(20))));

    @Test
    void withoutUnitsThePlantsShareByRating() {
        assertEquals("{park=20, roof=10, wind=10}", split(40, List.of()));
    }

    @Test
    void thePlantsOfAUnitGetWhatItWasGrantedAndTheOthersTheRest() {
        assertEquals("{park=5, roof=20, wind=15}", split(40, List.of(share(5, "park"), share(20, "roof"))));
    }

    @Test
    void whatThePlantsOfNoUnitCannotTakeGoesToAll() {
        assertEquals("{park=20, roof=20, wind=20}", split(60, List.of(share(0, "park"), share(20, "roof"))));
    }

    @Test
    void whatAPlantOfStagesCannotTakeGoesToThoseThatCan() {
        Map<String, PlantRule> plants = new TreeMap<>(PLANTS);
        plants.put("wind", new PlantRule(power(20), RampLimits.NONE, List.of(power(0), power(6), power(12))));
        assertEquals("{park=22, roof=11, wind=6}", shown(PlantSplit.of(power(40), plants, List.of())));
    }

    @Test
    void thePlantsTogetherNeverGetMoreThanTheLimitNorOneMoreThanItsRating() {
        Seeds.holds(2_000, random -> {
            Map<String, PlantRule> plants = plants(random);
            List<UnitShare> units = units(random, List.copyOf(plants.keySet()));
            ActivePower limit = new ActivePower(Math.floorMod(random.nextLong(), 2_000_000_000_000L));
            Map<String, ActivePower> split = PlantSplit.of(limit, plants, units);
            long sum = split.values().stream().mapToLong(ActivePower::watts).sum();
            assertTrue(sum <= limit.watts(), sum + " is above the limit " + limit);
            long most = 0;
            for (Map.Entry<String, PlantRule> plant : plants.entrySet()) {
                long told = split.getOrDefault(plant.getKey(), ActivePower.ZERO).watts();
                PlantRule rule = plant.getValue();
                most += rule.rating().watts();
                assertTrue(told >= 0 && told <= rule.rating().watts(), plant + " is told " + told);
                boolean free = rule.stages().isEmpty()
                        || told == rule.rating().watts()
                        || rule.stages().get(0).watts() > told;
                assertTrue(free || rule.stages().contains(new ActivePower(told)), told + " is no stage of " + rule);
            }
            boolean staged =
                    plants.values().stream().anyMatch(rule -> !rule.stages().isEmpty());
            assertTrue(
                    staged || sum > Math.min(limit.watts(), most) - 4L * (plants.size() + 1),
                    "no more lost than rounding takes: " + sum);
        });
    }

    private static Map<String, PlantRule> plants(Random random) {
        Map<String, PlantRule> plants = new LinkedHashMap<>();
        for (int plant = 0; plant <= random.nextInt(6); plant++) {
            long rating = 1 + Math.floorMod(random.nextLong(), 1_000_000_000_000L);
            List<ActivePower> stages = random.nextInt(3) > 0
                    ? List.of()
                    : random.longs(1 + random.nextInt(3), 0, rating)
                            .sorted()
                            .mapToObj(ActivePower::new)
                            .toList();
            plants.put("p" + plant, new PlantRule(new ActivePower(rating), RampLimits.NONE, stages));
        }
        return plants;
    }

    /** Units that share the first few plants among them. */
    private static List<UnitShare> units(Random random, List<String> plants) {
        List<UnitShare> units = new ArrayList<>();
        for (int plant = 0; plant < random.nextInt(plants.size() + 1); plant++) {
            long granted = Math.floorMod(random.nextLong(), 1_000_000_000_000L);
            units.add(new UnitShare(new ActivePower(granted), List.of(plants.get(plant))));
        }
        return units;
    }

    private static String split(long limit, List<UnitShare> units) {
        return shown(PlantSplit.of(power(limit), PLANTS, units));
    }

    private static String shown(Map<String, ActivePower> split) {
        Map<String, Long> shown = new TreeMap<>();
        split.forEach((plant, power) -> shown.put(plant, power.watts() / 1_000_000));
        return shown.toString();
    }

    private static UnitShare share(long granted, String plant) {
        return new UnitShare(power(granted), List.of(plant));
    }

    private static ActivePower power(long megawatts) {
        return new ActivePower(megawatts * 1_000_000);
    }
}
