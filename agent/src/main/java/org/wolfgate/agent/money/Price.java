package org.wolfgate.agent.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.wolfgate.drivers.Energy;

/**
 * A price per MWh in whole hundredths of the currency unit; may be negative. Spot prices and strike prices compare as
 * these ticks, so ties are exact.
 *
 * @param hundredths price in 0.01 currency/MWh
 */
public record Price(long hundredths) implements Comparable<Price> {

    public static final Price ZERO = new Price(0);

    /** 0.01 currency/MWh times 1 Wh is this fraction of a millionth: 10^-2 x 10^-6 x 10^6 = 1/100. */
    private static final long DIVISOR = 100;

    /** Rounds half-even to the tick of 0.01. */
    public static Price of(BigDecimal perMegawattHour) {
        return new Price(perMegawattHour
                .setScale(2, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact());
    }

    /**
     * A price as written, with at most two decimals.
     *
     * @throws IllegalArgumentException if it is no number or has more decimals
     */
    public static Price parse(String text) {
        try {
            return new Price(new BigDecimal(text.strip()).movePointRight(2).longValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no price: write a number such as 38.50", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' has more than two decimals or is out of range", e);
        }
    }

    /**
     * The amount for an energy at this price, half-even to six decimals.
     *
     * @throws ArithmeticException if the amount does not fit {@link Money}
     */
    public Money times(Energy energy) {
        long high = Math.multiplyHigh(hundredths, energy.wattHours());
        long low = hundredths * energy.wattHours();
        if (high == low >> 63) {
            return new Money(divideHalfEven(low));
        }
        BigInteger exact = BigInteger.valueOf(hundredths).multiply(BigInteger.valueOf(energy.wattHours()));
        return Money.of(new BigDecimal(exact, 8));
    }

    public Price plus(Price other) {
        return new Price(Math.addExact(hundredths, other.hundredths));
    }

    public Price minus(Price other) {
        return new Price(Math.subtractExact(hundredths, other.hundredths));
    }

    public Price min(Price other) {
        return hundredths <= other.hundredths ? this : other;
    }

    public Price max(Price other) {
        return hundredths >= other.hundredths ? this : other;
    }

    /** The price with its two decimals, in currency/MWh. */
    public BigDecimal perMegawattHour() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(hundredths, other.hundredths);
    }

    @Override
    public String toString() {
        return perMegawattHour().toPlainString();
    }

    private static long divideHalfEven(long product) {
        long quotient = Math.floorDiv(product, DIVISOR);
        long rest = Math.floorMod(product, DIVISOR);
        boolean up = rest > DIVISOR / 2 || (rest == DIVISOR / 2 && (quotient & 1) == 1);
        return up ? quotient + 1 : quotient;
    }
}
