package org.wolfgate.drivers.modbus;

import java.util.Arrays;

/** The two tables of 16-bit registers in a device, each with the function code that reads it. */
public enum RegisterTable {
    HOLDING(3),
    INPUT(4);

    private final int function;

    RegisterTable(int function) {
        this.function = function;
    }

    /** The Modbus function code that reads this table. */
    public int function() {
        return function;
    }

    /**
     * The table by its name in profiles, {@code holding} or {@code input}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static RegisterTable parse(String text) {
        return Arrays.stream(values())
                .filter(table -> table.name().toLowerCase(java.util.Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no register table: write holding (function 3) or input (function 4)"));
    }
}
