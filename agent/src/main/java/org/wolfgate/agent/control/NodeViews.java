package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.OrderBook;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.SystemPrice;

/** Puts together what telemetry and people see of a node. */
final class NodeViews {

    private final SystemPrice price;
    private final IsoControlError ace;
    private final GateLoadings loadings;
    private final OrderBook orders;
    private final MarketBook market;

    NodeViews(SystemPrice price, IsoControlError ace, GateLoadings loadings, OrderBook orders, MarketBook market) {
        this.price = price;
        this.ace = ace;
        this.loadings = loadings;
        this.orders = orders;
        this.market = market;
    }

    NodeView of(NodeControl node, Instant now) {
        String id = node.settings().id();
        Optional<OrderEntry> order = orders.inForce(id, now);
        Optional<Price> momentary = node.reading()
                .frequency()
                .value()
                .filter(f -> node.reading().frequency().isGood())
                .map(f -> new NodePrice(price, loadings.shares(id))
                        .quote(f, ace.at(now), loadings.at(id, now))
                        .quote()
                        .price());
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
