package org.wolfgate.agent.insurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpotPriceTest {

    @RepeatedTest(200)
    void aPremiumIsTheAreaAboveTheDistributionFunctionFromTheStrikeOn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SpotPrice spot = continuous(random);
        double strike = spot.mean() + 30 * random.nextGaussian();
        double top = Math.max(strike, spot.mean()) + 400;
        double start = Math.max(strike, spot.mean() - 200);
        double area = midpoints(s -> 1 - spot.probabilityUpTo(s), start, top, 20_000);
        assertEquals(area + (start - strike), spot.premium(strike), 1e-3, () -> spot + " at " + strike);
    }

    @RepeatedTest(300)
    void aPremiumFallsAndIsConvexWithASlopeNoSteeperThanMinusOne(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SpotPrice spot = random.nextBoolean() ? continuous(random) : discrete(random);
        double width = 0.01 + random.nextDouble();
        double low = spot.mean() + 20 * random.nextGaussian();
        double left = spot.premium(low);
        double middle = spot.premium(low + width);
        double right = spot.premium(low + 2 * width);
        String where = spot + " at " + low + " by " + width;
        assertTrue(left - middle >= -1e-9 && left - middle <= width + 1e-9, where);
        assertTrue(left + right - 2 * middle >= -1e-9, where);
        assertTrue(left >= Math.max(0, spot.mean() - low) - 1e-9, where);
    }

    @RepeatedTest(50)
    void finerScenariosApproachTheContinuousPremium(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double low = 50 * random.nextDouble() - 10;
        UniformPrice uniform = new UniformPrice(low, low + 1 + 30 * random.nextDouble());
        int parts = 2000;
        double part = (uniform.highest() - uniform.lowest()) / parts;
        List<Double> middles = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            middles.add(uniform.lowest() + (i + 0.5) * part);
        }
        SpotPrice scenarios = DiscretePrice.empirical(middles);
        double strike = uniform.lowest() - 5 + random.nextDouble() * 50;
        assertEquals(uniform.premium(strike), scenarios.premium(strike), part * part, () -> uniform + " at " + strike);
    }

    @Test
    void aStrikeBelowAllPricesCostsTheMeanLessTheStrike() {
        assertEquals(47, new UniformPrice(32, 52).premium(-5));
        assertEquals(Math.exp(3.625) + 5, new LogNormalPrice(3.6, Math.sqrt(0.05)).premium(-5), 1e-12);
    }

    @Test
    void beingUninsuredCostsNothing() {
        for (SpotPrice spot : List.of(
                new UniformPrice(32, 52), new NormalPrice(40, 5), new LogNormalPrice(3, 1), discrete(new Random(1)))) {
            assertEquals(0, spot.premium(Double.POSITIVE_INFINITY), spot.toString());
        }
    }

    @Test
    void probabilitiesThatDoNotSumToOneAreRefused() {
        List<PricePoint> points = List.of(new PricePoint(30, 0.5), new PricePoint(40, 0.4));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new DiscretePrice(points));
        assertTrue(refusal.toString().contains("sum to 0.9"), refusal.toString());
    }

    @Test
    void aPriceThatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DiscretePrice.empirical(List.of(Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> new UniformPrice(Double.NEGATIVE_INFINITY, 3));
        assertThrows(IllegalArgumentException.class, () -> new NormalPrice(3, 0));
        assertThrows(IllegalArgumentException.class, () -> new LogNormalPrice(1000, 1));
    }

    @RepeatedTest(100)
    void theStrikeForAPremiumCostsThatPremium(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SpotPrice spot = random.nextBoolean() ? continuous(random) : discrete(random);
        double premium = 0.01 + 20 * random.nextDouble();
        double strike = PremiumSchedule.strikeFor(spot, premium);
        assertEquals(premium, spot.premium(strike), 2e-6, () -> spot + " for " + premium);
    }

    @Test
    void aScheduleIncludesBothEndsOfItsRange() {
        PremiumSchedule schedule = PremiumSchedule.sampled(new UniformPrice(32, 52), 30, 30.3, 0.1);
        assertEquals(4, schedule.levels().size());
        assertEquals(30.3, schedule.levels().get(3).strike(), 1e-12);
        assertEquals(11.7, schedule.levels().get(3).premium(), 1e-12);
    }

    private static double midpoints(DoubleUnaryOperator function, double from, double to, int steps) {
        double width = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += function.applyAsDouble(from + (i + 0.5) * width);
        }
        return sum * width;
    }

    static SpotPrice continuous(Random random) {
        double centre = 20 + 40 * random.nextDouble();
        return switch (random.nextInt(3)) {
            case 0 -> new UniformPrice(centre - 1 - 20 * random.nextDouble(), centre);
            case 1 -> new NormalPrice(centre, 1 + 10 * random.nextDouble());
            default -> new LogNormalPrice(Math.log(centre), 0.05 + 0.2 * random.nextDouble());
        };
    }

    static DiscretePrice discrete(Random random) {
        List<Double> prices = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(10); i++) {
            prices.add(Math.round(100 * (40 + 15 * random.nextGaussian())) / 100.0);
        }
        return DiscretePrice.empirical(prices);
    }
}
