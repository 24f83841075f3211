package org.wolfgate.agent.dispatch;

import java.util.List;

/**
 * The orders of a dispatch in whole kW.
 *
 * @param orders one per node with units, and per destination in {@link Mode#FIRM}
 * @param excess MW by which rounding leaves a flowgate over its limit where no whole kW keep it, far below 1 MW; zero
 *     otherwise
 */
public record RoundedOrders(List<KilowattOrder> orders, double excess) {

    public RoundedOrders {
        orders = List.copyOf(orders);
    }
}
