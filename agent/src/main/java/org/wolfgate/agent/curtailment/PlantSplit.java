package org.wolfgate.agent.curtailment;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wolfgate.drivers.ActivePower;

/** Shares a node's cap over its plants in proportion to their ratings, never more in sum than the cap. */
public final class PlantSplit {

    private PlantSplit() {}

    /**
     * A set-point for each plant.
     *
     * @param ratings rated power by plant; positive
     * @return set-points by plant, rounded down to 1 W
     */
    public static Map<String, ActivePower> of(ActivePower cap, Map<String, ActivePower> ratings) {
        BigInteger total = ratings.values().stream()
                .map(rating -> BigInteger.valueOf(rating.watts()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, ActivePower> setPoints = new LinkedHashMap<>();
        ratings.forEach((plant, rating) -> setPoints.put(plant, share(cap, rating, total)));
        return setPoints;
    }

    private static ActivePower share(ActivePower cap, ActivePower rating, BigInteger total) {
        BigInteger watts = BigInteger.valueOf(cap.watts())
                .multiply(BigInteger.valueOf(rating.watts()))
                .divide(total);
        return new ActivePower(watts.longValueExact()).min(rating);
    }
}
