package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.control.AgentRecord.OrderClosed;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.orders.OrderBook;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.orders.OrderEvent;
import org.wolfgate.agent.orders.OrderState;

/** Puts every step of an order on record, and its verdict when it is over. */
final class OrderLife {

    private final OrderBook orders;
    private final Claims claims;
    private final Map<String, NodeControl> nodes;

    /**
     * The orders of these nodes.
     *
     * @param nodes may still be filled
     */
    OrderLife(OrderBook orders, Claims claims, Map<String, NodeControl> nodes) {
        this.orders = orders;
        this.claims = claims;
        this.nodes = nodes;
    }

    /** Brings an order in force in line with what its plants and its meter show. */
    void shown(NodeControl node, CurtailmentOrder order, Instant now, Effects effects) {
        node.shown(order, now).ifPresent(state -> follow(note(order, state, now), now, effects));
    }

    private List<OrderEvent> note(CurtailmentOrder order, OrderState state, Instant now) {
        String reason = switch (state) {
            case APPLIED -> "every plant reads back its set-point";
            case CONFIRMED_BY_METER -> "the node's meter sees the cap kept";
            default -> "the time to comply is over and the node's meter does not see the cap kept";
        };
        return orders.note(order.id(), state, reason, now);
    }

    private void conclude(CurtailmentOrder order, OrderState ending, Instant now, Effects effects) {
        NodeControl node = nodes.get(order.node());
        if (node != null) {
            effects.record(new OrderClosed(claims.open(node.compliance().conclude(order, ending, ended(order, now)))));
        }
    }

    /** An order ends with its window or where the next one took over, even if nobody looked until now. */
    private Instant ended(CurtailmentOrder order, Instant now) {
        Instant end = order.end().isBefore(now) ? order.end() : now;
        return orders.inForce(order.node(), now)
                .flatMap(OrderEntry::inForceSince)
                .filter(end::isAfter)
                .orElse(end);
    }

    /** Takes steps of orders to the record; gives them back. */
    List<OrderEvent> follow(List<OrderEvent> events, Instant now, Effects effects) {
        for (OrderEvent event : events) {
            effects.record(new OrderStep(event));
            if (event.state().isFinal() && event.state() != OrderState.REFUSED && !event.repeated()) {
                orders.find(event.order())
                        .map(OrderEntry::order)
                        .ifPresent(order -> conclude(order, event.state(), now, effects));
            }
        }
        return events;
    }
}
