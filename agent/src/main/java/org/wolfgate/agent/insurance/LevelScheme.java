package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;

/**
 * What a choice of levels leads to: the insured MW, when each level has access, and the welfare.
 *
 * @param market the market
 * @param thresholds per offer and level: units up to this cost buy this level or a lower one
 * @param blocks the insured MW, level by level and offer by offer
 * @param dispatches the ISO's answer at all prices of the forecast
 */
public record LevelScheme(
        LevelMarket market, List<List<Double>> thresholds, List<LevelBlock> blocks, List<PricedDispatch> dispatches) {

    public LevelScheme {
        thresholds = List.copyOf(thresholds);
        blocks = List.copyOf(blocks);
        dispatches = List.copyOf(dispatches);
    }

    /**
     * Dispatches given choices, whether they are wise or not.
     *
     * @param thresholds per offer as many as it has levels, not falling
     */
    public static LevelScheme of(LevelMarket market, List<List<Double>> thresholds) {
        List<LevelBlock> blocks = new ArrayList<>();
        for (int o = 0; o < market.offers().size(); o++) {
            LevelOffer offer = market.offers().get(o);
            double below = 0;
            for (int k = 0; k < offer.strikes().size(); k++) {
                double upTo = offer.supply().upTo(thresholds.get(o).get(k));
                blocks.add(new LevelBlock(o, k, offer.strikes().get(k), below, upTo - below));
                below = upTo;
            }
        }
        return new LevelScheme(market, thresholds, blocks, PriceMap.of(market, blocks));
    }

    /** The scheme in which every unit buys the lowest level above its cost; no equilibrium if a node has several. */
    public static LevelScheme lowestLevelAboveCost(LevelMarket market) {
        return of(market, market.offers().stream().map(LevelOffer::strikes).toList());
    }

    /** The probability that 1 MW of a block runs. */
    public double access(int block) {
        double expected = 0;
        for (PricedDispatch entry : dispatches) {
            expected += entry.prices().probability() * share(entry, block);
        }
        return expected;
    }

    /** U(c) = E[1{access} (min(S, c) - v)] with access while S >= v: what a unit of cost v earns in a block, per MWh. */
    public double benefit(int block, double cost) {
        LevelBlock chosen = blocks.get(block);
        int zone = market.zone(market.offers().get(chosen.offer()));
        double expected = 0;
        for (PricedDispatch entry : dispatches) {
            expected += share(entry, block) * entry.prices().margin(zone, chosen.strike(), cost);
        }
        return expected;
    }

    /** E[SW] in currency/h: the value of all withdrawals less the cost of what was granted. */
    public double expectedWelfare(Rationing rationing) {
        double expected = 0;
        for (PricedDispatch entry : dispatches) {
            expected += entry.prices().probability() * welfare(entry, rationing);
        }
        return expected;
    }

    /** Welfare is affine in the prices where the dispatch is constant, so its mean is its value at the mean prices. */
    private double welfare(PricedDispatch entry, Rationing rationing) {
        double welfare = 0;
        for (int m = 0; m < market.network().zones().size(); m++) {
            welfare += entry.prices().mean(m) * entry.withdrawals().get(m);
        }
        for (int b = 0; b < blocks.size(); b++) {
            LevelBlock block = blocks.get(b);
            LinearSupply supply = market.offers().get(block.offer()).supply();
            welfare -= block.cost(supply, share(entry, b), rationing);
        }
        return welfare;
    }

    private double share(PricedDispatch entry, int block) {
        return entry.grants().get(block) / blocks.get(block).dispatched();
    }
}
