package org.wolfgate.drivers.profile;

import java.util.List;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * What a meter shows of its single phases, for commissioning: L1, L2, L3, or one phase alone. Not read in service.
 *
 * @param voltages to neutral, in mV
 * @param currents in mA
 * @param powers in W, signed as the profile's power
 */
public record PhasePoints(List<Point> voltages, List<Point> currents, List<Point> powers) {

    public PhasePoints {
        voltages = List.copyOf(voltages);
        currents = List.copyOf(currents);
        powers = List.copyOf(powers);
    }

    static PhasePoints read(Section profile, PointKeys common) {
        return profile.optionalSection("phases")
                .map(keys -> {
                    try (keys) {
                        return new PhasePoints(
                                common.points(keys, "voltage", Units.VOLTAGE),
                                common.points(keys, "current", Units.CURRENT),
                                common.points(keys, "power", Units.POWER));
                    }
                })
                .orElse(new PhasePoints(List.of(), List.of(), List.of()));
    }
}
