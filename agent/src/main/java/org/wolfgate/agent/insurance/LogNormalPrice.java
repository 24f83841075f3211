package org.wolfgate.agent.insurance;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A log-normal spot price: its logarithm is normal, so it is always positive.
 *
 * @param logMean mean of ln(S), S in currency/MWh
 * @param logDeviation standard deviation of ln(S), above 0
 */
public record LogNormalPrice(double logMean, double logDeviation) implements SpotPrice {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    public LogNormalPrice {
        SpotPrice.finite("mean of the logarithm", logMean);
        SpotPrice.finite("standard deviation of the logarithm", logDeviation);
        if (logDeviation <= 0) {
            throw new IllegalArgumentException("log-normal spot price: standard deviation of the logarithm "
                    + logDeviation + " is not above 0; give logmean,logdeviation");
        }
        SpotPrice.finite("mean exp(m + sd^2/2)", Math.exp(logMean + logDeviation * logDeviation / 2));
    }

    /** Black's formula: E[S] N(d + sd) - c N(d) with d = (m - ln c)/sd; a strike of 0 or less is always in the money. */
    @Override
    public double premium(double strike) {
        if (strike <= 0) {
            return mean() - strike;
        }
        if (strike == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double d = (logMean - Math.log(strike)) / logDeviation;
        double inTheMoney = mean() * STANDARD.cumulativeProbability(d + logDeviation);
        return Math.max(0, inTheMoney - strike * STANDARD.cumulativeProbability(d));
    }

    @Override
    public double mean() {
        return Math.exp(logMean + logDeviation * logDeviation / 2);
    }

    @Override
    public double probabilityUpTo(double price) {
        return price <= 0 ? 0 : STANDARD.cumulativeProbability((Math.log(price) - logMean) / logDeviation);
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public double highest() {
        return Double.POSITIVE_INFINITY;
    }
}
