package org.wolfgate.agent.dispatch;

import java.util.OptionalDouble;

/**
 * A scheduled transaction, or the insured tranche of one.
 *
 * @param id its name in lotteries and statements
 * @param node index of the node where it injects
 * @param megawatts scheduled and insured power in MW, zero or more
 * @param strike insured strike price in currency/MWh; empty if uninsured; may be negative
 * @param destination index of the zone where its buyer is; matters in {@link Mode#FIRM} only
 */
public record TransactionUnit(String id, int node, double megawatts, OptionalDouble strike, int destination) {

    /** An insured unit that is sold in zone 0. */
    public static TransactionUnit insured(int node, double megawatts, double strike) {
        return new TransactionUnit("", node, megawatts, OptionalDouble.of(strike), 0);
    }

    /** An uninsured unit that is sold in zone 0. */
    public static TransactionUnit uninsured(int node, double megawatts) {
        return new TransactionUnit("", node, megawatts, OptionalDouble.empty(), 0);
    }
}
