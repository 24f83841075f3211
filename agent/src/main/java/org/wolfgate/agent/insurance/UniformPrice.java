package org.wolfgate.agent.insurance;

/**
 * A spot price uniform between two bounds, the distribution of the paper's examples.
 *
 * @param lowest lower bound, currency/MWh
 * @param highest upper bound, currency/MWh, above the lower
 */
public record UniformPrice(double lowest, double highest) implements SpotPrice {

    public UniformPrice {
        SpotPrice.finite("lower bound", lowest);
        SpotPrice.finite("upper bound", highest);
        if (lowest >= highest) {
            throw new IllegalArgumentException("uniform spot price: lower bound " + lowest
                    + " is not below upper bound " + highest + "; give low,high");
        }
    }

    @Override
    public double premium(double strike) {
        if (strike >= highest) {
            return 0;
        }
        return strike <= lowest ? mean() - strike : (highest - strike) * (highest - strike) / (2 * (highest - lowest));
    }

    @Override
    public double mean() {
        return (lowest + highest) / 2;
    }

    @Override
    public double probabilityUpTo(double price) {
        return Math.min(1, Math.max(0, (price - lowest) / (highest - lowest)));
    }
}
