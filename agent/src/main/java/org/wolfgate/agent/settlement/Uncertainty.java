package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Energy;

/**
 * What the accuracy of the meter leaves open, to either side. A deviation is a small difference of large numbers: at
 * class 0.2 a metered energy of 12.345 MWh is uncertain by 24.7 kWh, however small the deviation.
 *
 * @param accuracy class of the meter
 * @param energy half-even to 1 Wh
 * @param amount the same times the magnitude of the price, half-even to six decimals
 * @param exceedsDeviation the uncertainty is larger than the deviation itself
 */
public record Uncertainty(AccuracyClass accuracy, Energy energy, Money amount, boolean exceedsDeviation) {

    /**
     * The uncertainty of a deviation.
     *
     * @throws ArithmeticException if the amount is beyond what {@link Money} holds
     */
    public static Uncertainty of(AccuracyClass accuracy, Energy metered, Energy deviation, Price price) {
        BigDecimal error = accuracy.errorWattHours(metered);
        return new Uncertainty(
                accuracy,
                new Energy(error.setScale(0, RoundingMode.HALF_EVEN).longValueExact()),
                Money.of(error.multiply(price.perMegawattHour().abs()).movePointLeft(6)),
                error.compareTo(BigDecimal.valueOf(deviation.wattHours()).abs()) > 0);
    }
}
