package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * What a make of meter says of each phase: looked at when it is brought up, not while the agent runs. A list has three
 * points, or none where the meter has no such quantity.
 *
 * @param voltages L1, L2, L3 to neutral, in mV
 * @param lineVoltages L1-L2, L2-L3, L3-L1, in mV
 * @param currents in mA
 * @param powers in W, signed as the profile's power
 * @param rotation order of the phases
 */
public record PhasePoints(
        List<Point> voltages,
        List<Point> lineVoltages,
        List<Point> currents,
        List<Point> powers,
        Optional<RotationPoint> rotation) {

    static final PhasePoints NONE = new PhasePoints(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    private static final Map<String, BigDecimal> VOLTAGE = Map.of("V", new BigDecimal(1_000), "mV", BigDecimal.ONE);
    private static final Map<String, BigDecimal> CURRENT = Map.of("A", new BigDecimal(1_000), "mA", BigDecimal.ONE);

    /**
     * A register that tells in which order the voltages follow each other.
     *
     * @param right its value for L1, L2, L3
     * @param left its value for L1, L3, L2
     */
    public record RotationPoint(Point point, long right, long left) {}

    public PhasePoints {
        voltages = List.copyOf(voltages);
        lineVoltages = List.copyOf(lineVoltages);
        currents = List.copyOf(currents);
        powers = List.copyOf(powers);
    }

    static PhasePoints read(PointKeys common, Section keys) {
        try (keys) {
            return new PhasePoints(
                    three(common, keys, "voltage", VOLTAGE),
                    three(common, keys, "line-voltage", VOLTAGE),
                    three(common, keys, "current", CURRENT),
                    three(common, keys, "power", Units.POWER),
                    keys.optionalSection("rotation").map(one -> rotation(common, one)));
        }
    }

    private static List<Point> three(PointKeys common, Section parent, String name, Map<String, BigDecimal> units) {
        Optional<Section> keys = parent.optionalSection(name);
        if (keys.isEmpty()) {
            return List.of();
        }
        try (Section one = keys.get()) {
            List<Integer> addresses = one.list("addresses", text -> Numbers.within(text, 0, 65_532));
            if (addresses.size() != 3) {
                one.problem("'addresses' lists " + addresses.size() + " registers", "give three, for L1, L2 and L3");
                return List.of();
            }
            Encoding encoding = common.encoding(one, units);
            return IntStream.range(0, 3)
                    .mapToObj(k -> common.at(name + " " + (k + 1), addresses.get(k), encoding))
                    .toList();
        }
    }

    private static RotationPoint rotation(PointKeys common, Section keys) {
        try (keys) {
            int address = keys.require("address", text -> Numbers.within(text, 0, 65_532), 0);
            NumberType type = keys.require("type", NumberType::parse, NumberType.S16);
            Encoding encoding = new Encoding(type, common.order(), BigDecimal.ONE, List.of());
            return new RotationPoint(
                    common.at("rotation", address, encoding),
                    keys.require("right", Long::parseLong, 1L),
                    keys.require("left", Long::parseLong, -1L));
        }
    }
}
