package org.wolfgate.agent.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A dimensionless share such as a line loading, a distribution factor or a relative voltage, in whole billionths, so
 * that 0.3 over 0.1 is exactly 3.
 *
 * @param billionths the share times 10^9
 */
public record PerUnit(long billionths) {

    /** Rounds half-even to nine decimals. */
    public static PerUnit of(BigDecimal share) {
        return new PerUnit(
                share.movePointRight(9).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }

    /**
     * A share as written, such as {@code 0.90}.
     *
     * @throws IllegalArgumentException if it is no number
     */
    public static PerUnit parse(String text) {
        try {
            return of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no share: write a number such as 0.90", e);
        }
    }

    /** The share as a decimal number without an exponent. */
    public BigDecimal decimal() {
        return new BigDecimal(toString());
    }

    /** How many times the other fits into this one. */
    double over(PerUnit other) {
        return billionths / (double) other.billionths;
    }

    /** This share of a value; a whole product divided once keeps decimal ties. */
    double times(double value) {
        return billionths * value / 1e9;
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(billionths, 9).stripTrailingZeros().toPlainString();
    }
}
