package org.wolfgate.agent.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * One step in the life of an order, as the sender hears of it.
 *
 * @param order the order's id as sent; for an unreadable message, a digest of it
 * @param node the node it is for; empty if it could not be read
 * @param refusal set if and only if the state is {@link OrderState#REFUSED}
 * @param reason in words
 * @param repeated the sender asked again; nothing changed
 */
public record OrderEvent(
        String order,
        Optional<String> node,
        OrderState state,
        Optional<Refusal> refusal,
        String reason,
        Instant at,
        boolean repeated) {

    static OrderEvent step(CurtailmentOrder order, OrderState state, String reason, Instant at) {
        return new OrderEvent(order.id(), Optional.of(order.node()), state, Optional.empty(), reason, at, false);
    }

    static OrderEvent repeat(OrderEntry known, Instant at) {
        String reason = "already received; nothing changed";
        CurtailmentOrder order = known.order();
        return new OrderEvent(order.id(), Optional.of(order.node()), known.state(), Optional.empty(), reason, at, true);
    }

    public static OrderEvent refused(String order, Optional<String> node, Refusal why, String reason, Instant at) {
        return new OrderEvent(order, node, OrderState.REFUSED, Optional.of(why), reason, at, false);
    }
}
