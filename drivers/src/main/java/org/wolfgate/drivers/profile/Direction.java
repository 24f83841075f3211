package org.wolfgate.drivers.profile;

import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * Where a meter without signs tells which way power flows.
 *
 * @param point a register of bits
 * @param exportBit the bit that is set while power flows into the grid, 0 to 15
 */
public record Direction(Point point, int exportBit) {

    static Direction read(Section keys, PointKeys common) {
        try (keys) {
            return new Direction(
                    common.raw(keys, "direction"), keys.require("export-bit", text -> Numbers.within(text, 0, 15), 0));
        }
    }

    boolean exports(long bits) {
        return (bits >> exportBit & 1) == 1;
    }
}
