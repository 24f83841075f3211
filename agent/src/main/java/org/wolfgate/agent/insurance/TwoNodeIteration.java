package org.wolfgate.agent.insurance;

import org.wolfgate.agent.insurance.TwoNodeMarket.Pair;

/**
 * How the market finds its equilibrium: users expect access k, choose strikes, the ISO's dispatch of these strikes is the
 * next k. The slopes k2 and k4 are exact after one round; the error of (k1, k3) halves in every round.
 */
public final class TwoNodeIteration {

    private TwoNodeIteration() {}

    /**
     * One round.
     *
     * @param expected what users expect; its k2 and k4 must be above 0
     * @return what the ISO's dispatch of their choices then makes true
     */
    public static TwoNodeEquilibrium next(TwoNodeEquilibrium expected) {
        TwoNodeMarket market = expected.market();
        double low = market.spot().lowest();
        double high = market.spot().highest();
        Pair atLow = marginalStrikes(expected, low);
        Pair atHigh = marginalStrikes(expected, high);
        double k2 = (high - low) / (atLow.first() - atHigh.first());
        double k4 = (high - low) / (atHigh.second() - atLow.second());
        return new TwoNodeEquilibrium(market, low + k2 * atLow.first(), k2, low - k4 * atLow.second(), k4);
    }

    /** A number of rounds. */
    public static TwoNodeEquilibrium after(int rounds, TwoNodeEquilibrium start) {
        TwoNodeEquilibrium current = start;
        for (int round = 0; round < rounds; round++) {
            current = next(current);
        }
        return current;
    }

    /**
     * The ISO's dispatch: (s-c1)/g1 = (s-c2)/g2 on the gate's limit. A strike c stands for the unit of cost 2c - offset, by
     * (9) and (10), so the insured supply is linear in the strike and the two equations are linear in (c1, c2).
     */
    private static Pair marginalStrikes(TwoNodeEquilibrium k, double price) {
        TwoNodeMarket market = k.market();
        double g1 = market.congested().first();
        double g2 = market.congested().second();
        double offset1 = (k.k1() - market.spot().lowest()) / k.k2();
        double offset2 = (market.spot().highest() - k.k3()) / k.k4();
        double weight1 = g1 / market.first().slope();
        double weight2 = g2 / market.second().slope();
        // g1 q1 + g2 q2 = C with q = (2c - offset - a)/b and c = s - mu g.
        double needed = market.congested().limit()
                + weight1 * (offset1 + market.first().intercept())
                + weight2 * (offset2 + market.second().intercept());
        double mu = (2 * price * (weight1 + weight2) - needed) / (2 * (weight1 * g1 + weight2 * g2));
        return new Pair(price - mu * g1, price - mu * g2);
    }
}
