package org.wolfgate.drivers;

import java.math.BigDecimal;
import java.util.Map;

/**
 * System frequency in whole millihertz.
 *
 * @param millihertz frequency in mHz
 */
public record Frequency(int millihertz) implements Comparable<Frequency> {

    /**
     * Frequency written with its unit, such as {@code 60 Hz} or {@code 20 mHz}.
     *
     * @throws IllegalArgumentException if the unit is not Hz or mHz, or the value is finer than 1 mHz
     */
    public static Frequency parse(String text) {
        return new Frequency(Math.toIntExact(UnitText.parse(text, "frequency", Map.of("mHz", 1L, "Hz", 1_000L))));
    }

    /** Exact hertz, for people and messages. */
    public BigDecimal hertz() {
        return BigDecimal.valueOf(millihertz, 3);
    }

    @Override
    public int compareTo(Frequency other) {
        return Integer.compare(millihertz, other.millihertz);
    }

    @Override
    public String toString() {
        return hertz().toPlainString() + " Hz";
    }
}
