package org.wolfgate.drivers.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * The registers that the quirks of a meter need.
 *
 * @param direction which way power flows, for {@link Quirk#UNSIGNED_POWER}
 * @param exportedToo added to the exported energy, for {@link Quirk#TARIFFS_ADD_UP}
 * @param importedToo added to the imported energy, for {@link Quirk#TARIFFS_ADD_UP}
 * @param energyFormat for {@link Quirk#ENERGY_FORMAT_REGISTER}
 * @param mode for {@link Quirk#MODE_REGISTER}
 */
public record QuirkPoints(
        Optional<Direction> direction,
        Optional<Point> exportedToo,
        Optional<Point> importedToo,
        Optional<Point> energyFormat,
        Optional<Expected> mode) {

    /** Read at every visit. */
    List<Point> measured() {
        return Stream.of(direction.map(Direction::point), exportedToo, importedToo)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Read at the first visit, and again after the meter was away. */
    List<Point> setUp() {
        return Stream.of(energyFormat, mode.map(Expected::point))
                .flatMap(Optional::stream)
                .toList();
    }

    static QuirkPoints read(Set<Quirk> quirks, Section points, PointKeys common) {
        return new QuirkPoints(
                section(quirks, Quirk.UNSIGNED_POWER, points, "direction").map(keys -> Direction.read(keys, common)),
                tariff(quirks, points, common, "exported-too"),
                tariff(quirks, points, common, "imported-too"),
                needed(quirks, Quirk.ENERGY_FORMAT_REGISTER, points, "energy-format")
                        .map(keys -> format(keys, common)),
                needed(quirks, Quirk.MODE_REGISTER, points, "mode")
                        .map(keys -> Expected.read(keys, "mode", common, true)));
    }

    private static Optional<Point> tariff(Set<Quirk> quirks, Section points, PointKeys common, String name) {
        return quirks.contains(Quirk.TARIFFS_ADD_UP) ? common.point(points, name, Units.ENERGY) : Optional.empty();
    }

    private static Point format(Section keys, PointKeys common) {
        try (keys) {
            return common.raw(keys, "energy-format");
        }
    }

    private static Optional<Section> needed(Set<Quirk> quirks, Quirk quirk, Section points, String name) {
        Optional<Section> keys = section(quirks, quirk, points, name);
        if (quirks.contains(quirk) && keys.isEmpty()) {
            points.problem("the point '" + name + "' is missing", "the quirk " + quirk.text() + " needs it");
        }
        return keys;
    }

    private static Optional<Section> section(Set<Quirk> quirks, Quirk quirk, Section points, String name) {
        return quirks.contains(quirk) ? points.optionalSection(name) : Optional.empty();
    }
}
