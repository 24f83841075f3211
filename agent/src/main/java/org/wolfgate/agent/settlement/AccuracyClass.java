package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wolfgate.drivers.Energy;

/**
 * Accuracy class of a meter after IEC 62053-22 (0.2S, 0.5S) or ANSI C12.20 (0.1, 0.2, 0.5).
 *
 * @param percent largest error in per cent of the metered energy, above zero and at most 10
 */
public record AccuracyClass(BigDecimal percent) {

    private static final BigDecimal WIDEST = BigDecimal.TEN;

    public AccuracyClass {
        if (percent.signum() <= 0 || percent.compareTo(WIDEST) > 0) {
            throw new IllegalArgumentException(
                    "an accuracy class is a percentage above 0 and at most 10, not " + percent + ": take 0.2 or 0.5");
        }
    }

    /** The largest error of a metered energy, rounded up to 1 Wh. */
    public Energy largestError(Energy metered) {
        return new Energy(
                errorWattHours(metered).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /** The largest error of a metered energy, in Wh and exact. */
    BigDecimal errorWattHours(Energy metered) {
        return percent.movePointLeft(2)
                .multiply(BigDecimal.valueOf(metered.wattHours()).abs());
    }
}
