package org.wolfgate.agent.insurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.insurance.TwoNodeMarket.Gate;
import org.wolfgate.agent.insurance.TwoNodeMarket.Pair;

class TwoNodeEquilibriumTest {

    private static final Gate F12 = new Gate("1-2", 1 / 3.0, -1 / 3.0, 136);
    private static final Gate F13 = new Gate("1-3", 2 / 3.0, 1 / 3.0, 300);
    private static final Gate F23 = new Gate("2-3", 1 / 3.0, 2 / 3.0, 254);

    private static TwoNodeMarket paper(double intercept1, double intercept2, List<Gate> others) {
        return new TwoNodeMarket(
                new LinearSupply(intercept1, 0.05),
                new LinearSupply(intercept2, 0.1),
                F13,
                others,
                new UniformPrice(32, 52));
    }

    @Test
    void theBaseCaseHasThePapersEquilibrium() {
        TwoNodeEquilibrium k = TwoNodeEquilibrium.of(paper(10, 20, List.of(F12, F23)));
        assertEquals(2860 / 9.0, k.k1(), 1e-10);
        assertEquals(9, k.k2(), 1e-12);
        assertEquals(-715 / 18.0, k.k3(), 1e-11);
        assertEquals(9 / 4.0, k.k4(), 1e-12);
        assertEquals(288820 / 27.0, k.expectedFirstBest(), 1e-8);
        assertEquals(7722140 / 729.0, k.expectedWelfare(), 1e-8);
    }

    @Test
    void aCheaperNodeOneIsRefusedBecauseLineOneTwoIsOverloaded() {
        TwoNodeMarket market = paper(9, 22.5, List.of(F12, F23));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> TwoNodeEquilibrium.of(market));
        assertTrue(
                refusal.toString().contains("gate 1-2 is overloaded by the insured dispatch: 148.3951 MW"),
                refusal.toString());
        assertEquals(
                0.0097187, TwoNodeEquilibrium.of(market.withoutOtherGates()).loss(), 5e-8);
    }

    @Test
    void aDearerNodeTwoFailsTwiceForItsStrikesAlsoExceedTheLowestPrice() {
        List<String> failures =
                TwoNodeValidity.failures(TwoNodeEquilibrium.closedForm(paper(10, 23, List.of(F12, F23))));
        assertEquals(2, failures.size(), failures.toString());
        assertTrue(failures.get(0).contains("marginal strike 32.4198 of node 1 exceeds the spot price 32.0000"));
        assertTrue(failures.get(1).contains("gate 1-2 is overloaded"));
    }

    @Test
    void aGateThatNeverBindsIsRefusedByName() {
        Gate wide = new Gate("wide", 2 / 3.0, 1 / 3.0, 700);
        TwoNodeMarket market = new TwoNodeMarket(
                new LinearSupply(10, 0.05), new LinearSupply(20, 0.1), wide, List.of(), new UniformPrice(32, 52));
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> TwoNodeEquilibrium.of(market));
        assertTrue(refusal.toString().contains("gate wide does not bind"), refusal.toString());
    }

    @Test
    void aNodeThatTheGateDoesNotHitHarderMayNotBeTheFirst() {
        Gate turned = new Gate("turned", 1 / 3.0, 2 / 3.0, 300);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TwoNodeMarket(
                        new LinearSupply(10, 1), new LinearSupply(20, 1), turned, List.of(), new UniformPrice(1, 2)));
    }

    @RepeatedTest(100)
    void noUnitGainsByDeviating(RepetitionInfo repetition) {
        TwoNodeEquilibrium k = random(repetition.getCurrentRepetition());
        UniformPrice spot = k.market().spot();
        for (int unit = 0; unit < 75; unit++) {
            double share = unit / 75.0;
            double cost1 = k.market()
                    .first()
                    .marginalCost(share * k.dispatch(spot.lowest()).first());
            double cost2 = k.market()
                    .second()
                    .marginalCost(share * k.dispatch(spot.highest()).second());
            assertNoBetterStrike(c -> k.accessAtFirst(c) * (c - cost1), k.strikeAtFirst(cost1), spot);
            assertNoBetterStrike(c -> k.accessAtSecond(c) * (c - cost2), k.strikeAtSecond(cost2), spot);
        }
    }

    private static void assertNoBetterStrike(DoubleUnaryOperator benefit, double chosen, UniformPrice spot) {
        double earned = benefit.applyAsDouble(chosen);
        for (double c = spot.lowest() - 60; c <= spot.highest(); c += 0.05) {
            double strike = c;
            assertTrue(benefit.applyAsDouble(c) <= earned + 1e-9, () -> strike + " beats " + chosen);
        }
    }

    @RepeatedTest(100)
    void expectedAccessIsTheAccessThatTheDispatchOfTheChosenStrikesGrants(RepetitionInfo repetition) {
        TwoNodeEquilibrium k = random(repetition.getCurrentRepetition());
        Gate gate = k.market().congested();
        for (int step = 0; step <= 20; step++) {
            double price = k.market().spot().lowest()
                    + step * (k.market().spot().highest() - k.market().spot().lowest()) / 20;
            Pair strikes = k.marginalStrikes(price);
            Pair q = k.dispatch(price);
            assertEquals((price - strikes.first()) / gate.first(), (price - strikes.second()) / gate.second(), 1e-7);
            assertEquals(gate.limit(), gate.first() * q.first() + gate.second() * q.second(), 1e-7);
            assertEquals(strikes.first(), k.strikeAtFirst(k.market().first().marginalCost(q.first())), 1e-8);
            assertEquals(strikes.second(), k.strikeAtSecond(k.market().second().marginalCost(q.second())), 1e-8);
        }
    }

    @RepeatedTest(50)
    void theErrorOfTheIterationHalvesInEveryRound(RepetitionInfo repetition) {
        TwoNodeEquilibrium k = random(repetition.getCurrentRepetition());
        TwoNodeEquilibrium round = TwoNodeIteration.next(new TwoNodeEquilibrium(k.market(), 0, 1, 0, 1));
        assertEquals(k.k2(), round.k2(), 1e-9 * k.k2());
        assertEquals(k.k4(), round.k4(), 1e-9 * k.k4());
        double error = k.k1() - TwoNodeIteration.next(round).k1();
        for (int i = 0; i < 10; i++) {
            round = TwoNodeIteration.next(round);
            assertEquals(error, k.k1() - round.k1(), 1e-8 * (1 + Math.abs(k.k1())));
            error /= 2;
        }
    }

    @Test
    void fortyRoundsFromZeroReachTheEquilibrium() {
        TwoNodeEquilibrium k = TwoNodeEquilibrium.of(paper(10, 20, List.of(F12, F23)));
        TwoNodeEquilibrium found = TwoNodeIteration.after(40, new TwoNodeEquilibrium(k.market(), 0, 9, 0, 2.25));
        assertEquals(k.k1(), found.k1(), 1e-9);
        assertEquals(k.k3(), found.k3(), 1e-9);
    }

    @RepeatedTest(50)
    void theWelfareOptimumIsNotBeatenByAnyOtherUseOfTheGate(RepetitionInfo repetition) {
        TwoNodeMarket market = random(repetition.getCurrentRepetition()).market();
        double price = market.spot().mean();
        double best = market.welfare(price, market.firstBest(price));
        for (double shift = -20; shift <= 20; shift += 0.5) {
            double q1 = market.firstBest(price).first() + shift;
            double q2 = (market.congested().limit() - market.congested().first() * q1)
                    / market.congested().second();
            assertTrue(market.welfare(price, new Pair(q1, q2)) <= best + 1e-8);
        }
    }

    /** A market for which the closed form holds, drawn round the paper's. */
    private static TwoNodeEquilibrium random(int seed) {
        Random random = new Random(seed);
        while (true) {
            double g2 = 0.1 + 0.4 * random.nextDouble();
            Gate gate = new Gate("g", g2 + 0.1 + 0.4 * random.nextDouble(), g2, 100 + 300 * random.nextDouble());
            double low = 25 + 15 * random.nextDouble();
            TwoNodeEquilibrium k = TwoNodeEquilibrium.closedForm(new TwoNodeMarket(
                    new LinearSupply(5 + 10 * random.nextDouble(), 0.02 + 0.1 * random.nextDouble()),
                    new LinearSupply(10 + 15 * random.nextDouble(), 0.02 + 0.1 * random.nextDouble()),
                    gate,
                    List.of(),
                    new UniformPrice(low, low + 2 + 18 * random.nextDouble())));
            if (TwoNodeValidity.failures(k).isEmpty()) {
                assertFalse(k.loss() < 0);
                return k;
            }
        }
    }
}
