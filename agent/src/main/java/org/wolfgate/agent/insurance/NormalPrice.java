package org.wolfgate.agent.insurance;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A normal spot price; it may be negative, as spot prices may.
 *
 * @param mean mean, currency/MWh
 * @param deviation standard deviation, currency/MWh, above 0
 */
public record NormalPrice(double mean, double deviation) implements SpotPrice {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    public NormalPrice {
        SpotPrice.finite("mean", mean);
        SpotPrice.finite("standard deviation", deviation);
        if (deviation <= 0) {
            throw new IllegalArgumentException(
                    "normal spot price: standard deviation " + deviation + " is not above 0; give mean,deviation");
        }
    }

    /** Bachelier's formula: (m-c) N(d) + sd n(d) with d = (m-c)/sd. */
    @Override
    public double premium(double strike) {
        if (strike == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double d = (mean - strike) / deviation;
        double premium = (mean - strike) * STANDARD.cumulativeProbability(d) + deviation * STANDARD.density(d);
        return Math.max(0, premium);
    }

    @Override
    public double probabilityUpTo(double price) {
        return STANDARD.cumulativeProbability((price - mean) / deviation);
    }

    @Override
    public double lowest() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double highest() {
        return Double.POSITIVE_INFINITY;
    }
}
