package org.wolfgate.drivers.profile;

import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * What a meter shows of its single phases, for commissioning: L1, L2, L3, or one phase alone. In
 * service only what {@link ReactivePoints} takes of it is read.
 *
 * @param voltages to neutral, in mV
 * @param lineVoltages L1-L2, L2-L3, L3-L1, in mV
 * @param currents in mA
 * @param powers in W, signed as the profile's power
 * @param reactive of all phases, in var
 * @param apparent of all phases, in VA
 * @param rotation order of the phases
 */
public record PhasePoints(
        List<Point> voltages,
        List<Point> lineVoltages,
        List<Point> currents,
        List<Point> powers,
        Optional<Point> reactive,
        Optional<Point> apparent,
        Optional<RotationPoint> rotation) {

    private static final PhasePoints NONE = new PhasePoints(
            List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

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

    static PhasePoints read(Section profile, PointKeys common) {
        return profile.optionalSection("phases")
                .map(keys -> {
                    try (keys) {
                        return new PhasePoints(
                                common.points(keys, "voltage", Units.VOLTAGE),
                                common.points(keys, "line-voltage", Units.VOLTAGE),
                                common.points(keys, "current", Units.CURRENT),
                                common.points(keys, "power", Units.POWER),
                                common.point(keys, "reactive-power", Units.REACTIVE),
                                common.point(keys, "apparent-power", Units.APPARENT),
                                keys.optionalSection("rotation").map(one -> rotation(one, common)));
                    }
                })
                .orElse(NONE);
    }

    private static RotationPoint rotation(Section keys, PointKeys common) {
        try (keys) {
            return new RotationPoint(
                    common.raw(keys, "rotation"),
                    keys.require("right", Long::parseLong, 1L),
                    keys.require("left", Long::parseLong, -1L));
        }
    }
}
