package org.wolfgate.drivers.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.profile.PlantProfile;

/** The registers of any profiled plant: its set-point can be written whole, the rest read. */
final class SitePlantImage implements SiteDevice {

    private final PlantProfile profile;
    private final PlantModel plant;

    SitePlantImage(PlantProfile profile, PlantModel plant) {
        this.profile = profile;
        this.plant = plant;
    }

    @Override
    public Optional<List<Integer>> read(RegisterTable table, int address, int count) {
        Map<Integer, Integer> words = new HashMap<>();
        put(words, table, profile.readBack(), plant.setPoint());
        put(words, table, profile.setPoint(), plant.setPoint());
        profile.available().ifPresent(point -> put(words, table, point, plant.available()));
        List<Integer> found = new ArrayList<>();
        for (int at = address; at < address + count; at++) {
            found.add(words.getOrDefault(at, 0));
        }
        boolean near = words.keySet().stream().anyMatch(at -> at >= address - 16 && at < address + count + 16);
        return near ? Optional.of(found) : Optional.empty();
    }

    @Override
    public boolean write(int address, List<Integer> words) {
        Point point = profile.setPoint();
        if (address != point.address()
                || words.size() != point.encoding().type().words()) {
            return false;
        }
        return point.encoding()
                .decode(words)
                .value()
                .map(watts -> plant.command(new ActivePower(watts)))
                .orElse(false);
    }

    private static void put(Map<Integer, Integer> words, RegisterTable table, Point point, ActivePower power) {
        if (point.table() == table) {
            point.encoding()
                    .encodeDown(power.watts())
                    .ifPresent(encoded -> IntStream.range(0, encoded.size())
                            .forEach(i -> words.put(point.address() + i, encoded.get(i))));
        }
    }
}
