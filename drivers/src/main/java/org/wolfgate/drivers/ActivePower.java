package org.wolfgate.drivers;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Active power in whole watts. Positive is injection into the grid, negative is withdrawal from it.
 *
 * @param watts power in W
 */
public record ActivePower(long watts) implements Comparable<ActivePower> {

    public static final ActivePower ZERO = new ActivePower(0);

    /** Power from kilowatts, as orders and set-points carry it. */
    public static ActivePower ofKilowatts(long kilowatts) {
        return new ActivePower(Math.multiplyExact(kilowatts, 1000L));
    }

    /**
     * Power written with its unit, such as {@code 60 MW} or {@code 250 kW}.
     *
     * @throws IllegalArgumentException if the unit is not W, kW or MW, or the value is finer than 1 W
     */
    public static ActivePower parse(String text) {
        return new ActivePower(UnitText.parse(text, "power", Map.of("W", 1L, "kW", 1_000L, "MW", 1_000_000L)));
    }

    public ActivePower plus(ActivePower other) {
        return new ActivePower(Math.addExact(watts, other.watts));
    }

    public ActivePower minus(ActivePower other) {
        return new ActivePower(Math.subtractExact(watts, other.watts));
    }

    public ActivePower min(ActivePower other) {
        return watts <= other.watts ? this : other;
    }

    public ActivePower max(ActivePower other) {
        return watts >= other.watts ? this : other;
    }

    /** Exact megawatts, for people and messages. */
    public BigDecimal megawatts() {
        return BigDecimal.valueOf(watts, 6);
    }

    @Override
    public int compareTo(ActivePower other) {
        return Long.compare(watts, other.watts);
    }

    @Override
    public String toString() {
        return megawatts().stripTrailingZeros().toPlainString() + " MW";
    }
}
