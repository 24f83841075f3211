package org.wolfgate.drivers;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Active energy in whole watt-hours. Positive is injection into the grid, negative is withdrawal from it.
 *
 * @param wattHours energy in Wh
 */
public record Energy(long wattHours) implements Comparable<Energy> {

    public static final Energy ZERO = new Energy(0);

    /**
     * Energy written with its unit, such as {@code 1 kWh}.
     *
     * @throws IllegalArgumentException if the unit is not Wh, kWh or MWh, or the value is finer than 1 Wh
     */
    public static Energy parse(String text) {
        return new Energy(UnitText.parse(text, "energy", Map.of("Wh", 1L, "kWh", 1_000L, "MWh", 1_000_000L)));
    }

    public Energy plus(Energy other) {
        return new Energy(Math.addExact(wattHours, other.wattHours));
    }

    public Energy minus(Energy other) {
        return new Energy(Math.subtractExact(wattHours, other.wattHours));
    }

    /** Exact megawatt-hours, for people and messages. */
    public BigDecimal megawattHours() {
        return BigDecimal.valueOf(wattHours, 6);
    }

    @Override
    public int compareTo(Energy other) {
        return Long.compare(wattHours, other.wattHours);
    }

    @Override
    public String toString() {
        return megawattHours().stripTrailingZeros().toPlainString() + " MWh";
    }
}
