package org.wolfgate.drivers.profile;

import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.PointReader;

/**
 * The settings of a meter that its values depend on. They change only while somebody works at the meter, so they are read
 * at the first visit, and again after the meter was away.
 */
final class SetUp {

    private final PointReader reader;
    private Optional<Map<Point, Reading<Long>>> known = Optional.empty();

    SetUp(MeterProfile profile, ModbusLine line, int unit) {
        this.reader =
                new PointReader(line, unit, profile.quirkPoints().setUp(), profile.mergeGap(), profile.mostWords());
    }

    /**
     * The settings, asked for if they are not known; none if the visit gave no value, since an absent device shall cost one
     * deadline only, and may be another one when it answers again.
     */
    Map<Point, Reading<Long>> ifAnswered(Map<Point, Reading<Long>> visit) {
        if (visit.values().stream().noneMatch(Reading::isFresh)) {
            known = Optional.empty();
            return Map.of();
        }
        Map<Point, Reading<Long>> read = known.orElseGet(reader::read);
        boolean whole = read.values().stream().allMatch(Reading::isGood);
        known = whole ? Optional.of(read) : Optional.empty();
        return read;
    }
}
