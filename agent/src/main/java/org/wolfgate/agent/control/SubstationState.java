package org.wolfgate.agent.control;

import java.util.Map;
import org.wolfgate.agent.orders.OrderBook;

/**
 * What of the substation survives a restart. Plain records, so that any serialiser can keep it.
 *
 * @param orders the order book
 * @param market what the ISO published
 * @param streams the sequence of the last signed message of each stream
 * @param nodes each node's open interval, caps and totals
 */
public record SubstationState(
        OrderBook.State orders, MarketBook.State market, Map<String, Long> streams, Map<String, NodeState> nodes) {

    public static final SubstationState NEW =
            new SubstationState(OrderBook.State.EMPTY, MarketBook.State.EMPTY, Map.of(), Map.of());
}
