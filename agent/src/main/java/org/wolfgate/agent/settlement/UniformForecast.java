package org.wolfgate.agent.settlement;

import org.apache.commons.math3.fraction.BigFraction;

/**
 * A spot price uniform between two bounds.
 *
 * @param low currency/MWh
 * @param high currency/MWh, above low
 */
public record UniformForecast(BigFraction low, BigFraction high) implements PriceForecast {

    public UniformForecast {
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException(
                    "uniform price forecast: low " + low + " is not below high " + high + "; check the two bounds");
        }
    }

    @Override
    public BigFraction premium(BigFraction strike) {
        if (strike.compareTo(high) >= 0) {
            return BigFraction.ZERO;
        }
        if (strike.compareTo(low) <= 0) {
            return low.add(high).divide(2).subtract(strike);
        }
        BigFraction above = high.subtract(strike);
        return above.multiply(above).divide(high.subtract(low).multiply(2));
    }
}
