package org.wolfgate.agent.cli.field;

import java.util.Arrays;
import java.util.Locale;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.agent.bringup.RegisterOrder;
import org.wolfgate.drivers.modbus.RegisterTable;
import picocli.CommandLine.Option;

/** How a register given by hand is to be read. */
final class PointOptions {

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            defaultValue = "holding",
            description = "holding (function 3) or input (function 4) (default: holding)")
    private String table = "holding";

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "ABCD",
            description = "ABCD, CDAB, BADC or DCBA (default: ABCD, most significant first)")
    private String order = "ABCD";

    RegisterTable table() {
        return RegisterTable.parse(table);
    }

    RegisterOrder order() {
        return Arrays.stream(RegisterOrder.values())
                .filter(one -> one.name().equals(order.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--order '" + order + "' is none: write ABCD, CDAB, BADC or DCBA"));
    }

    /**
     * A register on the wire, decimal or hexadecimal.
     *
     * @throws IllegalArgumentException if it is none
     */
    static RegisterAddress address(String text) {
        try {
            int wire = Integer.decode(text);
            if (wire >= 0 && wire <= 65_535) {
                return RegisterAddress.counted(wire);
            }
        } catch (NumberFormatException e) {
            // Said below together with numbers out of range.
        }
        throw new IllegalArgumentException("'" + text + "' is no register on the wire: write 0 to 65535, or 0x0BF3");
    }
}
