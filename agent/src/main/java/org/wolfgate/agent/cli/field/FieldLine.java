package org.wolfgate.agent.cli.field;

import java.time.Duration;
import org.wolfgate.drivers.modbus.Lines;
import org.wolfgate.drivers.modbus.ModbusLine;

/** Opens a line from what a technician types. */
final class FieldLine {

    private FieldLine() {}

    /**
     * A line such as {@code tcp:192.0.2.7:502} or {@code rtu:/dev/ttyUSB0:9600:8N1}; connects when first used.
     *
     * @throws IllegalArgumentException if the address has no known form
     */
    static ModbusLine open(String address, Duration deadline) {
        return Lines.parse(address, deadline);
    }
}
