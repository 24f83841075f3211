package org.wolfgate.drivers.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A way in which a make of meter departs from the plain rules. Profiles name them in lower case, with dashes. */
public enum Quirk {
    /** Refuses reads of an odd number of registers, so every value must stand on whole pairs (Eastron). */
    EVEN_COUNTS,
    /** Refuses every read of more than one value (influxdata/telegraf#12071). */
    ONE_VALUE_PER_READ,
    /** The largest number of an integer type means "no value" (ABB B series; Carlo Gavazzi shows EEE). */
    LARGEST_IS_ABSENT,
    /** Power has no sign; its direction stands in bits of another register, if anywhere (Circutor). */
    UNSIGNED_POWER,
    /** Energy is counted by tariff, and the total is the sum of two registers (Siemens PAC). */
    TARIFFS_ADD_UP,
    /** Decimals and unit of the energy registers stand in another register (EIG Shark, 0x7535). */
    ENERGY_FORMAT_REGISTER,
    /** The values are right in one setting of the meter only, which a register tells (Carlo Gavazzi). */
    MODE_REGISTER;

    /**
     * The quirk of that name.
     *
     * @throws IllegalArgumentException naming all quirks if there is none
     */
    static Quirk parse(String text) {
        return Arrays.stream(values())
                .filter(quirk -> quirk.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no known quirk; there are: "
                        + Arrays.stream(values()).map(Quirk::text).collect(Collectors.joining(", "))));
    }

    /** As profiles write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
