package org.wolfgate.agent.insurance;

/**
 * The units of one node that bought the same level.
 *
 * @param offer index of the node's offer in the market
 * @param level index of the level in the offer
 * @param strike strike price of the level, currency/MWh
 * @param cheapest MW of the node's supply that are cheaper than this block
 * @param megawatts insured MW
 */
public record LevelBlock(int offer, int level, double strike, double cheapest, double megawatts) {

    /** An empty level is watched with a probe of 1 kW, so that its access stays known. */
    private static final double PROBE = 0.001;

    /** MW as dispatched. */
    double dispatched() {
        return Math.max(megawatts, PROBE);
    }

    /** Cost per hour of granting a share of the block. */
    double cost(LinearSupply supply, double share, Rationing rationing) {
        return switch (rationing) {
            case PRO_RATA -> share * (supply.cost(cheapest + megawatts) - supply.cost(cheapest));
            case CHEAPEST_FIRST -> supply.cost(cheapest + share * megawatts) - supply.cost(cheapest);
        };
    }
}
