package org.wolfgate.agent.insurance;

import java.util.List;

/**
 * A spot price that takes finitely many values: a scenario forecast, or the prices observed in past intervals.
 *
 * @param points at least one price; the probabilities sum to 1
 */
public record DiscretePrice(List<PricePoint> points) implements SpotPrice {

    /** Probabilities written with a few decimals, such as 0.333 three times, are refused; rounding noise is not. */
    private static final double ROUNDING = 1e-9;

    public DiscretePrice {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("discrete spot price: no prices; give at least one");
        }
        double total = points.stream().mapToDouble(PricePoint::probability).sum();
        if (Math.abs(total - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "discrete spot price: the probabilities sum to " + total + ", not to 1; check each of them");
        }
    }

    /**
     * The empirical distribution of observed prices: each of the same weight.
     *
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public static DiscretePrice empirical(List<Double> observed) {
        double weight = 1.0 / Math.max(1, observed.size());
        return new DiscretePrice(
                observed.stream().map(price -> new PricePoint(price, weight)).toList());
    }

    @Override
    public double premium(double strike) {
        return points.stream()
                .mapToDouble(p -> p.probability() * Math.max(p.price() - strike, 0))
                .sum();
    }

    @Override
    public double mean() {
        return points.stream().mapToDouble(p -> p.probability() * p.price()).sum();
    }

    @Override
    public double probabilityUpTo(double price) {
        return points.stream()
                .filter(p -> p.price() <= price)
                .mapToDouble(PricePoint::probability)
                .sum();
    }

    @Override
    public double lowest() {
        return points.stream().mapToDouble(PricePoint::price).min().orElseThrow();
    }

    @Override
    public double highest() {
        return points.stream().mapToDouble(PricePoint::price).max().orElseThrow();
    }
}
