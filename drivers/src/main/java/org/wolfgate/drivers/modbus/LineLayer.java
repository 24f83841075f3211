package org.wolfgate.drivers.modbus;

import java.util.Map;
import org.wolfgate.drivers.RoundTrips;

/** A line that adds something to the line below it; what it leaves alone, that one does. */
interface LineLayer extends ModbusLine {

    ModbusLine below();

    @Override
    default WireTime wireTime(int unit) {
        return below().wireTime(unit);
    }

    @Override
    default Map<Integer, RoundTrips> roundTrips() {
        return below().roundTrips();
    }

    @Override
    default String label() {
        return below().label();
    }

    @Override
    default void close() {
        below().close();
    }
}
