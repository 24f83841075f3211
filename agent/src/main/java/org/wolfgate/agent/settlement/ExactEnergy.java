package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * Energy without rounding. Steps of power make whole watt-milliseconds, and nearly all schedules are steps; only ramps
 * need fractions, which are much slower.
 *
 * @param wattMillis the whole part, in W ms
 * @param fraction what ramps add to it, in W ms
 */
record ExactEnergy(long wattMillis, BigFraction fraction) {

    static final ExactEnergy ZERO = new ExactEnergy(0, BigFraction.ZERO);

    private static final long PER_WATT_HOUR = 3_600_000;

    static ExactEnergy of(ActivePower power, long millis) {
        return new ExactEnergy(Math.multiplyExact(power.watts(), millis), BigFraction.ZERO);
    }

    static ExactEnergy of(BigFraction wattMillis) {
        return new ExactEnergy(0, wattMillis);
    }

    ExactEnergy plus(ExactEnergy other) {
        return new ExactEnergy(Math.addExact(wattMillis, other.wattMillis), sum(fraction, other.fraction));
    }

    ExactEnergy minus(ExactEnergy other) {
        return plus(new ExactEnergy(
                Math.negateExact(other.wattMillis),
                other.fraction.equals(BigFraction.ZERO) ? BigFraction.ZERO : other.fraction.negate()));
    }

    boolean isPositive() {
        return fraction.equals(BigFraction.ZERO)
                ? wattMillis > 0
                : fraction.add(wattMillis).compareTo(BigFraction.ZERO) > 0;
    }

    /** Half-even to 1 Wh. */
    Energy rounded() {
        if (fraction.equals(BigFraction.ZERO)) {
            return new Energy(BigDecimal.valueOf(wattMillis)
                    .divide(BigDecimal.valueOf(PER_WATT_HOUR), 0, RoundingMode.HALF_EVEN)
                    .longValueExact());
        }
        BigFraction exact = fraction.add(wattMillis).divide(PER_WATT_HOUR);
        return new Energy(new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), 0, RoundingMode.HALF_EVEN)
                .longValueExact());
    }

    private static BigFraction sum(BigFraction one, BigFraction other) {
        return one.equals(BigFraction.ZERO) ? other : one.add(other);
    }
}
