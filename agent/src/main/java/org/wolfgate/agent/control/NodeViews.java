package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.OrderBook;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.pricing.SystemPrice;

/** Puts together what telemetry and people see of a node. */
final class NodeViews {

    private final SystemPrice price;
    private final IsoControlError ace;
    private final OrderBook orders;
    private final MarketBook market;

    NodeViews(SystemPrice price, IsoControlError ace, OrderBook orders, MarketBook market) {
        this.price = price;
        this.ace = ace;
        this.orders = orders;
        this.market = market;
    }

    NodeView of(NodeControl node, Instant now) {
        String id = node.settings().id();
        Optional<OrderEntry> order = orders.inForce(id, now);
        Optional<Price> momentary = node.reading()
                .frequency()
                .value()
                .filter(f -> node.reading().frequency().isGood() && node.onSystem(now))
                .map(f -> price.quote(f, ace.at(now)).price());
        return new NodeView(
                id,
                node.readAt(),
                node.reading(),
                market.scheduled(id, now),
                node.cap(),
                order,
                momentary,
                node.running(now),
                node.totals());
    }
}
