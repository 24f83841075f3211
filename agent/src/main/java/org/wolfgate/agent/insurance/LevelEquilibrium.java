package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rational-expectation equilibrium of discrete levels on any network: users expect access, choose levels, the ISO's
 * dispatch of these choices gives the access they expected. Found as a damped fixed point in the cost thresholds between
 * the levels.
 */
public final class LevelEquilibrium {

    /** A step of half the way: a full step can swing between two sets of choices that answer each other. */
    private static final double DAMPING = 0.5;

    private static final double SETTLED = 1e-9;
    private static final int MOST_ROUNDS = 500;

    private LevelEquilibrium() {}

    /**
     * Solves the market from the start that every unit buys the lowest level above its cost.
     *
     * @throws ArithmeticException if the thresholds do not settle; the message says how far they still move
     */
    public static LevelScheme of(LevelMarket market) {
        return from(market, market.offers().stream().map(LevelOffer::strikes).toList());
    }

    /** Solves the market from given thresholds, per offer and level. */
    public static LevelScheme from(LevelMarket market, List<List<Double>> start) {
        LevelScheme scheme = LevelScheme.of(market, start);
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<List<Double>> best = bestThresholds(scheme);
            List<List<Double>> next = new ArrayList<>();
            moved = 0;
            for (int o = 0; o < best.size(); o++) {
                List<Double> now = scheme.thresholds().get(o);
                List<Double> wanted = best.get(o);
                next.add(IntStream.range(0, now.size())
                        .mapToObj(k -> now.get(k) + DAMPING * (wanted.get(k) - now.get(k)))
                        .toList());
                for (int k = 0; k < now.size(); k++) {
                    moved = Math.max(moved, Math.abs(wanted.get(k) - now.get(k)));
                }
            }
            if (moved < SETTLED) {
                return scheme;
            }
            scheme = LevelScheme.of(market, next);
        }
        throw new ArithmeticException("insurance equilibrium: after " + MOST_ROUNDS
                + " rounds a threshold still moves by " + moved
                + " currency/MWh; levels closer together or fewer of them usually settle");
    }

    /** Where units would draw the lines between the levels if access stayed as it is in this scheme. */
    public static List<List<Double>> bestThresholds(LevelScheme scheme) {
        List<List<Double>> thresholds = new ArrayList<>();
        int block = 0;
        for (LevelOffer offer : scheme.market().offers()) {
            int first = block;
            thresholds.add(SelfSelection.thresholds(offer, (level, cost) -> scheme.benefit(first + level, cost)));
            block += offer.strikes().size();
        }
        return thresholds;
    }
}
