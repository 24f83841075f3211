package org.wolfgate.agent.insurance.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.FractionConversionException;

/** How figures are written and compared. */
final class Figures {

    /** Two numbers that came about in different ways are the same. */
    private static final double EQUAL = 1e-9;

    /** A double carries this much; a fraction within it is taken for the number meant. */
    private static final double PRECISION = 2e-15;

    /** Fractions with larger denominators say less than their decimals. */
    private static final long LARGEST_DENOMINATOR = 1_000_000;

    private Figures() {}

    static boolean same(double one, double other) {
        return Math.abs(one - other) <= EQUAL * Math.max(1, Math.abs(one));
    }

    /** The simplest fraction that the number can stand for, or the decimals if there is none. */
    static String fraction(double value) {
        try {
            BigFraction simplest = new BigFraction(value, PRECISION * Math.max(1, Math.abs(value)), 60);
            if (simplest.getDenominatorAsLong() <= LARGEST_DENOMINATOR) {
                return simplest.toString().replace(" / ", "/");
            }
        } catch (FractionConversionException e) {
            return decimals(value, 6);
        }
        return decimals(value, 6);
    }

    /** The fraction and its decimals. */
    static String exact(double value, int digits) {
        String fraction = fraction(value);
        return fraction.contains("/") ? fraction + " = " + decimals(value, digits) : fraction;
    }

    static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    static String percent(double share, int digits) {
        return decimals(100 * share, digits) + " %";
    }

    /** Compares ours with a published number to the digits that were published. */
    static Verdict compare(String published, double ours) {
        BigDecimal printed = new BigDecimal(published);
        BigDecimal full = BigDecimal.valueOf(ours);
        if (full.setScale(printed.scale(), RoundingMode.HALF_EVEN).compareTo(printed) == 0) {
            return Verdict.AGREES;
        }
        return full.setScale(printed.scale(), RoundingMode.DOWN).compareTo(printed) == 0
                ? Verdict.AGREES_TRUNCATED
                : Verdict.DIFFERS;
    }
}
