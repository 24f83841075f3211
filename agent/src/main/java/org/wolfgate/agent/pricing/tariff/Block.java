package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * A settlement block, in mean power: tariffs state their limits in MW.
 *
 * @param seconds its length, which divides an hour, so that energy and mean power convert exactly
 * @param scheduled mean scheduled power, injection positive
 * @param actual mean metered power, injection positive
 * @param available available capacity, where a tariff counts limits in shares of it
 */
public record Block(int seconds, ActivePower scheduled, ActivePower actual, Optional<ActivePower> available) {

    private static final int HOUR = 3600;

    public Block {
        if (seconds < 1 || HOUR % seconds != 0) {
            throw new IllegalArgumentException("a block of " + seconds + " s does not divide an hour");
        }
    }

    public static Block of(int seconds, ActivePower scheduled, ActivePower actual) {
        return new Block(seconds, scheduled, actual, Optional.empty());
    }

    /** From the energies of the block, exactly. */
    public static Block of(int seconds, Energy scheduled, Energy actual) {
        return of(seconds, power(scheduled, seconds), power(actual, seconds));
    }

    /** Metered less scheduled: above zero is surplus, below zero is shortage. */
    public ActivePower deviation() {
        return actual.minus(scheduled);
    }

    /** The deviation in percent of available capacity, without its sign, two decimals; empty if not known. */
    public Optional<BigDecimal> deviationPercent() {
        return available
                .filter(a -> a.watts() > 0)
                .map(a -> deviation()
                        .megawatts()
                        .abs()
                        .movePointRight(2)
                        .divide(a.megawatts(), 2, RoundingMode.HALF_EVEN));
    }

    private static ActivePower power(Energy energy, int seconds) {
        return new ActivePower(Math.multiplyExact(energy.wattHours(), HOUR / seconds));
    }
}
