package org.wolfgate.agent.insurance;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A part of the space of spot prices, with the probability that the prices fall into it. */
public sealed interface PriceRegion permits PriceScenario, PricePolygon {

    double probability();

    /** The mean spot price of a zone, given that the prices are in this region. */
    double mean(int zone);

    /** Points whose convex hull is this region, each one price per zone. */
    List<double[]> corners();

    /** The parts where a function that is affine in the prices is positive and where it is not. */
    Parts split(ToDoubleFunction<double[]> affine);

    /** Two parts of a region; one is missing if the other is all of it. */
    record Parts(Optional<? extends PriceRegion> positive, Optional<? extends PriceRegion> rest) {}

    /** E[1{prices in this region} max(min(S, strike) - cost, 0)]: what a unit of this cost earns here. */
    default double margin(int zone, double strike, double cost) {
        if (cost >= strike) {
            return 0;
        }
        Parts atStrike = split(prices -> prices[zone] - strike);
        double full = atStrike.positive().map(PriceRegion::probability).orElse(0.0) * (strike - cost);
        double partial = atStrike.rest()
                .flatMap(below -> below.split(prices -> prices[zone] - cost).positive())
                .map(between -> between.probability() * (between.mean(zone) - cost))
                .orElse(0.0);
        return full + partial;
    }
}
