package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Which level a unit buys, given the access that it expects.
 *
 * <p>At the fair premium the user's objectives (1) and (3) come to U(c) = E[1{access} (min(S, c) - v)]: what the insurance
 * pays on average is what it costs, so choosing a strike is bidding it, a margin of c - v against the chance of access.
 */
public final class SelfSelection {

    /** Far below the 1e-9 to which an equilibrium settles. */
    private static final double ACCURACY = 1e-12;

    private SelfSelection() {}

    /** What a unit of a cost expects to earn per MWh with a level. */
    @FunctionalInterface
    public interface Benefit {
        double of(int level, double cost);
    }

    /**
     * The cost up to which units buy each level or a lower one. If all strikes are below all prices this is (pi_k c_k -
     * pi_k+1 c_k+1)/(pi_k - pi_k+1), and the last level is bought up to its strike.
     *
     * @param benefit must fall in cost faster for a lower level, as it does when access falls with the strike
     */
    public static List<Double> thresholds(LevelOffer offer, Benefit benefit) {
        List<Double> thresholds = new ArrayList<>();
        double cheapest = offer.supply().intercept();
        for (int k = 0; k < offer.strikes().size(); k++) {
            thresholds.add(threshold(offer, benefit, k, cheapest));
        }
        return List.copyOf(thresholds);
    }

    /** The level that serves a unit of this cost best; minus one if it had better not insure. Ties go to the lower strike. */
    public static int best(LevelOffer offer, Benefit benefit, double cost) {
        int best = -1;
        double most = 0;
        for (int k = 0; k < offer.strikes().size(); k++) {
            double earned = benefit.of(k, cost);
            if (earned > most) {
                best = k;
                most = earned;
            }
        }
        return best;
    }

    private static double threshold(LevelOffer offer, Benefit benefit, int level, double cheapest) {
        double strike = offer.strikes().get(level);
        if (level == offer.strikes().size() - 1) {
            return Math.max(strike, cheapest);
        }
        UnivariateFunction advantage =
                cost -> lowerLevels(benefit, level, cost) - higherLevels(offer, benefit, level, cost);
        if (strike <= cheapest || advantage.value(cheapest) <= 0) {
            return cheapest;
        }
        // At its own strike the level earns nothing more, so the advantage has changed sign.
        return advantage.value(strike) >= 0
                ? strike
                : new BrentSolver(ACCURACY, ACCURACY).solve(1000, advantage, cheapest, strike);
    }

    private static double lowerLevels(Benefit benefit, int level, double cost) {
        double most = 0;
        for (int k = 0; k <= level; k++) {
            most = Math.max(most, benefit.of(k, cost));
        }
        return most;
    }

    private static double higherLevels(LevelOffer offer, Benefit benefit, int level, double cost) {
        double most = 0;
        for (int k = level + 1; k < offer.strikes().size(); k++) {
            most = Math.max(most, benefit.of(k, cost));
        }
        return most;
    }
}
