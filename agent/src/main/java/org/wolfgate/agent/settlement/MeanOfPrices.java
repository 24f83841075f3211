package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.agent.money.Price;

/**
 * The mean of the prices of an interval's samples, for markets that take it in place of the price of the mean
 * frequency. The price curve is convex, so it is never the lower of the two.
 *
 * @param hundredths sum of the prices in 0.01 currency/MWh
 * @param samples how many
 */
public record MeanOfPrices(long hundredths, long samples) {

    public static final MeanOfPrices EMPTY = new MeanOfPrices(0, 0);

    public MeanOfPrices plus(Price price) {
        return new MeanOfPrices(Math.addExact(hundredths, price.hundredths()), samples + 1);
    }

    /** The mean, half-even to the price step; empty without samples. */
    public Optional<Price> mean(Price step) {
        if (samples == 0) {
            return Optional.empty();
        }
        BigDecimal steps = BigDecimal.valueOf(hundredths)
                .divide(
                        BigDecimal.valueOf(samples).multiply(BigDecimal.valueOf(step.hundredths())),
                        0,
                        RoundingMode.HALF_EVEN);
        return Optional.of(new Price(Math.multiplyExact(steps.longValueExact(), step.hundredths())));
    }
}
