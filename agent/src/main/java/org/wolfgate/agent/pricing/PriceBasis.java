package org.wolfgate.agent.pricing;

/** What of an interval's frequencies is priced. */
public enum PriceBasis {
    /** The mean frequency: one reported number, from which the operator can recompute the price. */
    PRICE_OF_MEAN,
    /** Each sample by itself, then the mean of the prices. With a convex curve it is never the lower one. */
    MEAN_OF_PRICES
}
