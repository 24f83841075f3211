package org.wolfgate.lines;

import java.time.Duration;
import org.wolfgate.drivers.modbus.ModbusLine;

/** A rude device, and the way to it. */
interface Place extends AutoCloseable {

    /** A fresh line to the device. */
    ModbusLine line(Duration deadline);

    RudeDevice device();

    @Override
    void close();
}
