package org.wolfgate.agent.insurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SelfSelectionTest {

    @Test
    void noneOfTwoThousandRandomUnitsGainsByInsuringBelowItsCost() {
        for (int seed = 0; seed < 2000; seed++) {
            assertNoGainBelowCost(seed);
        }
    }

    private static void assertNoGainBelowCost(int seed) {
        Random random = new Random(seed);
        DiscretePrice spot = SpotPriceTest.discrete(random);
        double cost = spot.mean() + 10 * random.nextGaussian();
        double below = cost - 0.01 - 10 * random.nextDouble();
        double above = cost + 10 * random.nextDouble();
        boolean[] granted = new boolean[spot.points().size()];
        for (int s = 0; s < granted.length; s++) {
            granted[s] = spot.points().get(s).price() >= cost && random.nextBoolean();
        }
        String where = "seed " + seed + ": " + spot + " cost " + cost;
        assertTrue(profit(spot, granted, below, cost) <= 1e-9, where);
        assertEquals(0, profit(spot, granted, cost, cost), 1e-9, where);
        assertTrue(profit(spot, granted, above, cost) >= -1e-9, where);
    }

    /** The user's cash: energy sold and its cost while granted, compensation while curtailed, less the premium. */
    private static double profit(DiscretePrice spot, boolean[] granted, double strike, double cost) {
        double cash = -spot.premium(strike);
        for (int s = 0; s < granted.length; s++) {
            PricePoint point = spot.points().get(s);
            double compensation = Math.max(point.price() - strike, 0);
            cash += point.probability() * (granted[s] ? point.price() - cost : compensation);
        }
        return cash;
    }

    @RepeatedTest(200)
    void thresholdsBelowAllPricesAreWhereTwoLevelsEarnTheSame(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[] strikes = {20 + random.nextDouble(), 22 + random.nextDouble(), 25 + random.nextDouble()};
        double[] access = {0.9 + 0.1 * random.nextDouble(), 0.7 + 0.1 * random.nextDouble(), 0.1 * random.nextDouble()};
        LevelOffer offer = new LevelOffer(0, new LinearSupply(0, 1), List.of(strikes[0], strikes[1], strikes[2]));
        List<Double> thresholds =
                SelfSelection.thresholds(offer, (level, cost) -> access[level] * Math.max(strikes[level] - cost, 0));
        for (int k = 0; k < 2; k++) {
            double equal = (access[k] * strikes[k] - access[k + 1] * strikes[k + 1]) / (access[k] - access[k + 1]);
            assertEquals(
                    equal, thresholds.get(k), 1e-9, "level " + k + " of seed " + repetition.getCurrentRepetition());
        }
        assertEquals(strikes[2], thresholds.get(2));
    }

    @Test
    void aLevelThatHasNoBetterAccessThanTheNextIsNotBought() {
        LevelOffer offer = new LevelOffer(0, new LinearSupply(5, 1), List.of(20.0, 22.0));
        List<Double> thresholds = SelfSelection.thresholds(offer, (level, cost) -> Math.max(20 + 2 * level - cost, 0));
        assertEquals(List.of(5.0, 22.0), thresholds);
    }

    @Test
    void aUnitThatNoLevelServesStaysUninsured() {
        LevelOffer offer = new LevelOffer(0, new LinearSupply(5, 1), List.of(20.0, 22.0));
        SelfSelection.Benefit benefit = (level, cost) -> Math.max(20 + 2 * level - cost, 0) * (1 - 0.4 * level);
        assertEquals(0, SelfSelection.best(offer, benefit, 6));
        assertEquals(1, SelfSelection.best(offer, benefit, 19));
        assertEquals(-1, SelfSelection.best(offer, benefit, 23));
    }
}
