package org.wolfgate.agent.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code units} of a node: which plants make the power of which transaction unit. */
final class UnitKeys {

    private UnitKeys() {}

    static Map<String, List<String>> read(Section node, Set<String> plants) {
        Map<String, List<String>> units = new LinkedHashMap<>();
        node.optionalSection("units").ifPresent(keys -> {
            try (keys) {
                Map<String, String> taken = new HashMap<>();
                for (String unit : keys.names()) {
                    List<String> makers = keys.list(unit, plant -> known(plant, plants));
                    makers.stream()
                            .filter(plant -> taken.putIfAbsent(plant, unit) != null)
                            .forEach(plant -> keys.problemAt(
                                    unit,
                                    "plant '" + plant + "' already makes the power of unit '" + taken.get(plant) + "'",
                                    "name it at one unit only"));
                    units.put(unit, makers);
                }
            }
        });
        return units;
    }

    private static String known(String plant, Set<String> plants) {
        if (!plants.contains(plant)) {
            throw new IllegalArgumentException("plant '" + plant + "' is not behind this node; there are: " + plants);
        }
        return plant;
    }
}
