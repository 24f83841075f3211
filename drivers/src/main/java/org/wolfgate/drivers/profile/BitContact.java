package org.wolfgate.drivers.profile;

import java.util.List;
import org.wolfgate.drivers.Contact;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.PointReader;

/** A contact behind one bit of a register. */
final class BitContact implements Contact {

    private final PointReader reader;
    private final Point point;
    private final int bit;

    BitContact(ModbusLine line, int unit, Point point, int bit) {
        this.reader = new PointReader(line, unit, List.of(point), 0, 1);
        this.point = point;
        this.bit = bit;
    }

    @Override
    public Reading<Boolean> read() {
        Reading<Long> word = reader.read().getOrDefault(point, Reading.missing(reader.where(point) + "not read"));
        return word.map(bits -> (bits >> bit & 1) == 1);
    }
}
