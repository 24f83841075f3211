package org.wolfgate.drivers.profile;

import java.util.List;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * A register that must hold one of some values.
 *
 * @param point its raw number
 * @param values what it may hold
 * @param otherwise what to do if it holds something else, for the technician
 */
public record Expected(Point point, List<Long> values, String otherwise) {

    public Expected {
        values = List.copyOf(values);
    }

    static Expected read(Section keys, String name, PointKeys common, boolean advice) {
        try (keys) {
            Point point = common.raw(keys, name);
            List<Long> values = keys.list("values", Numbers::pattern);
            if (values.isEmpty()) {
                keys.problem("'values' is missing", "list what the register may hold");
            }
            return new Expected(point, values, advice ? keys.text("otherwise") : "");
        }
    }
}
