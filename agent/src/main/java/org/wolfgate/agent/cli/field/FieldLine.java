package org.wolfgate.agent.cli.field;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.TcpLine;

/** Opens a line from what a technician types. */
final class FieldLine {

    private static final Pattern TCP = Pattern.compile("tcp:([^:]+)(?::(\\d{1,5}))?");

    private FieldLine() {}

    /**
     * A line such as {@code tcp:192.0.2.7:502}; connects when first used.
     *
     * @throws IllegalArgumentException if the address has no known form
     */
    static ModbusLine open(String address, Duration deadline) {
        Matcher matcher = TCP.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + address + "' is no line: write tcp:HOST[:PORT]");
        }
        int port = matcher.group(2) == null ? 502 : Integer.parseInt(matcher.group(2));
        return new TcpLine("line", matcher.group(1), port, deadline);
    }
}
