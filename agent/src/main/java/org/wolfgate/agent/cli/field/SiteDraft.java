package org.wolfgate.agent.cli.field;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.bringup.LineSheet;
import org.wolfgate.agent.bringup.MeterSheet;
import org.wolfgate.agent.bringup.NodeSheet;
import org.wolfgate.agent.bringup.PlantSheet;
import org.wolfgate.drivers.ActivePower;

/** What commissioning has collected so far. */
final class SiteDraft {

    private final Map<String, LineSheet> lines = new LinkedHashMap<>();
    private final List<MeterSheet> meters = new ArrayList<>();
    private final List<PlantSheet> plants = new ArrayList<>();
    private final Map<String, NodeSheet> nodes = new LinkedHashMap<>();
    private final Map<String, Duration> gaps = new HashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    void leaveOut(String device) {
        leftOut.add(device);
    }

    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** The line of an address; the same address is the same line. */
    LineSheet line(String address) {
        return lines.computeIfAbsent(
                address, typed -> new LineSheet("line-" + (lines.size() + 1), typed, LineKeys.of(typed)));
    }

    /** A line with keys of its own, such as a relay bank; what was known of it is replaced. */
    LineSheet line(String address, Map<String, String> keys) {
        String name = lines.containsKey(address) ? line(address).name() : "line-" + (lines.size() + 1);
        LineSheet line = new LineSheet(name, address, keys);
        lines.put(address, line);
        return line;
    }

    /** A device on this line must be left alone for so long between requests; the slowest counts. */
    void needsGap(String address, Duration gap) {
        LineSheet line = line(address);
        Duration known = gaps.merge(address, gap, (one, other) -> one.compareTo(other) < 0 ? other : one);
        Map<String, String> keys = new LinkedHashMap<>(line.keys());
        keys.put("gap", known.toMillis() + " ms");
        lines.put(address, new LineSheet(line.name(), address, keys));
    }

    void add(MeterSheet meter) {
        meters.add(meter);
    }

    void add(PlantSheet plant, String node) {
        plants.add(plant);
        nodes.computeIfPresent(node, (name, old) -> {
            List<String> behind = new ArrayList<>(old.plants());
            behind.add(plant.name());
            return new NodeSheet(name, old.meter(), old.rating(), old.accuracyClass(), behind);
        });
    }

    void add(String name, String meter, ActivePower rating, String accuracyClass) {
        nodes.put(name, new NodeSheet(name, meter, rating, accuracyClass, List.of()));
    }

    /** The meter of a node. */
    Optional<MeterSheet> meterOf(String node) {
        return Optional.ofNullable(nodes.get(node))
                .flatMap(one -> meters.stream()
                        .filter(meter -> meter.name().equals(one.meter()))
                        .findFirst());
    }

    LineSheet lineNamed(String name) {
        return lines.values().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line '" + name + "'"));
    }

    /** Whether the name is taken by a meter, plant or node of that kind. */
    boolean taken(String name) {
        return meters.stream().anyMatch(meter -> meter.name().equals(name))
                || plants.stream().anyMatch(plant -> plant.name().equals(name));
    }

    List<LineSheet> lines() {
        return List.copyOf(lines.values());
    }

    List<MeterSheet> meters() {
        return List.copyOf(meters);
    }

    List<PlantSheet> plants() {
        return List.copyOf(plants);
    }

    List<NodeSheet> nodes() {
        return List.copyOf(nodes.values());
    }
}
