package org.wolfgate.agent.insurance;

/**
 * The supply of one injection node: small units in order of cost, marginal cost v(q) = intercept + slope q.
 *
 * @param intercept cost of the cheapest unit, currency/MWh
 * @param slope rise of the marginal cost, currency/MWh per MW, above 0
 */
public record LinearSupply(double intercept, double slope) {

    public LinearSupply {
        if (!Double.isFinite(intercept) || !(slope > 0) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException("supply v = " + intercept + " + " + slope
                    + " q: the intercept must be a finite price and the slope above 0");
        }
    }

    /** The MW of all units that cost at most the threshold. */
    public double upTo(double threshold) {
        return Math.max(0, (threshold - intercept) / slope);
    }

    /** Marginal cost of the unit at a quantity in MW. */
    public double marginalCost(double quantity) {
        return intercept + slope * quantity;
    }

    /** Cost per hour of running the cheapest units up to a quantity in MW. */
    public double cost(double quantity) {
        return quantity * (intercept + slope * quantity / 2);
    }
}
