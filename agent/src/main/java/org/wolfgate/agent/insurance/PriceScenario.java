package org.wolfgate.agent.insurance;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * One joint outcome of all zones' spot prices, for forecasts given as a list.
 *
 * @param prices one per zone, currency/MWh
 * @param probability 0..1
 */
public record PriceScenario(List<Double> prices, double probability) implements PriceRegion {

    public PriceScenario {
        prices = List.copyOf(prices);
        prices.forEach(price -> SpotPrice.finite("scenario price", price));
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "price scenario " + prices + ": probability " + probability + " is not between 0 and 1");
        }
    }

    @Override
    public double mean(int zone) {
        return prices.get(zone);
    }

    @Override
    public List<double[]> corners() {
        return List.of(prices.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public Parts split(ToDoubleFunction<double[]> affine) {
        boolean positive = affine.applyAsDouble(corners().get(0)) >= 0;
        return positive
                ? new Parts(Optional.of(this), Optional.empty())
                : new Parts(Optional.empty(), Optional.of(this));
    }
}
