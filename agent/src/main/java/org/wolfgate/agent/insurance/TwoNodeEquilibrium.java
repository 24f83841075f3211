package org.wolfgate.agent.insurance;

import java.util.function.DoubleUnaryOperator;
import org.wolfgate.agent.insurance.TwoNodeMarket.Pair;

/**
 * The rational-expectation equilibrium of the two-node market, closed form: node 1 has access while S is at most k1 - k2
 * c, node 2 while S is at least k3 + k4 c, every unit chooses its best strike under that expectation ((9) and (10)), and
 * the ISO's dispatch of these strikes (12) grants exactly that access.
 *
 * <p>The constants 30 and -29 in the printed (12) are errors for L = 32 and -H = -52: with them the gate is overloaded.
 *
 * @param market the market solved
 * @param k1 currency/MWh
 * @param k2 currency/MWh of spot price per currency/MWh of strike, above 0
 * @param k3 currency/MWh
 * @param k4 like k2, above 0
 */
public record TwoNodeEquilibrium(TwoNodeMarket market, double k1, double k2, double k3, double k4) {

    /**
     * Solves the market.
     *
     * @throws IllegalArgumentException if a condition of the closed form does not hold; the message names each
     */
    public static TwoNodeEquilibrium of(TwoNodeMarket market) {
        TwoNodeEquilibrium solution = closedForm(market);
        TwoNodeValidity.require(solution);
        return solution;
    }

    /**
     * The closed form without its conditions, for showing what a figure rests on. Slopes and intercepts of the marginal
     * strikes (k1-s)/k2 and (s-k3)/k4 are matched with those of the dispatch.
     */
    public static TwoNodeEquilibrium closedForm(TwoNodeMarket market) {
        LinearSupply one = market.first();
        LinearSupply two = market.second();
        double g1 = market.congested().first();
        double g2 = market.congested().second();
        double scale = two.slope() * g1 * g1 + one.slope() * g2 * g2;
        double k2 = scale / (one.slope() * g2 * (g1 - g2));
        double k4 = scale / (two.slope() * g1 * (g1 - g2));
        double right = market.congested().limit()
                + g1 * (one.intercept() - market.spot().lowest() / k2) / one.slope()
                + g2 * (two.intercept() + market.spot().highest() / k4) / two.slope();
        double left = g1 / (one.slope() * k2) + g2 * g2 / (two.slope() * g1 * k2);
        double k1 = right / left;
        return new TwoNodeEquilibrium(market, k1, k2, -k1 * g2 * k4 / (g1 * k2), k4);
    }

    /** The strikes of the marginal units at a spot price, condition c): the ISO runs all strikes up to these. */
    public Pair marginalStrikes(double price) {
        return new Pair((k1 - price) / k2, (price - k3) / k4);
    }

    /** The second-best dispatch, the corrected (12), in MW: the units that insured up to the marginal strikes. */
    public Pair dispatch(double price) {
        double cost1 = (k1 + market.spot().lowest() - 2 * price) / k2;
        double cost2 = (2 * price - k3 - market.spot().highest()) / k4;
        return new Pair(
                (cost1 - market.first().intercept()) / market.first().slope(),
                (cost2 - market.second().intercept()) / market.second().slope());
    }

    /** The strike that a unit of node 1 chooses, (9), kept within the range (13) that changes its access. */
    public double strikeAtFirst(double cost) {
        double best = (k1 - market.spot().lowest()) / (2 * k2) + cost / 2;
        return clamp(
                best,
                marginalStrikes(market.spot().highest()).first(),
                marginalStrikes(market.spot().lowest()).first());
    }

    /** The strike that a unit of node 2 chooses, (10), kept within the range (13) that changes its access. */
    public double strikeAtSecond(double cost) {
        double best = (market.spot().highest() - k3) / (2 * k4) + cost / 2;
        return clamp(
                best,
                marginalStrikes(market.spot().lowest()).second(),
                marginalStrikes(market.spot().highest()).second());
    }

    /** Access probability of a strike at node 1: always below the range (13), never above it. */
    public double accessAtFirst(double strike) {
        return market.spot().probabilityUpTo(k1 - k2 * strike);
    }

    /** Access probability of a strike at node 2: always below the range (13), never above it. */
    public double accessAtSecond(double strike) {
        return 1 - market.spot().probabilityUpTo(k3 + k4 * strike);
    }

    /** E[SW*], currency/h. */
    public double expectedWelfare() {
        return expected(price -> market.welfare(price, dispatch(price)));
    }

    /** E[SW] of the welfare optimum, currency/h. */
    public double expectedFirstBest() {
        return expected(price -> market.welfare(price, market.firstBest(price)));
    }

    /** Welfare lost against the optimum, as a share of the optimum. */
    public double loss() {
        return 1 - expectedWelfare() / expectedFirstBest();
    }

    /** Simpson's rule is exact here: welfare is a quadratic in the price. */
    private double expected(DoubleUnaryOperator welfare) {
        double low = market.spot().lowest();
        double high = market.spot().highest();
        return (welfare.applyAsDouble(low) + 4 * welfare.applyAsDouble((low + high) / 2) + welfare.applyAsDouble(high))
                / 6;
    }

    private static double clamp(double value, double low, double high) {
        return Math.min(high, Math.max(low, value));
    }
}
