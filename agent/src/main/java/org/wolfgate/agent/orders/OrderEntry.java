package org.wolfgate.agent.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * An accepted order and where it stands.
 *
 * @param receivedAt when it arrived
 * @param inForceSince when it came into force here: its start, or its arrival if that was later
 */
public record OrderEntry(CurtailmentOrder order, OrderState state, Instant receivedAt, Optional<Instant> inForceSince) {

    OrderEntry to(OrderState next) {
        return new OrderEntry(order, next, receivedAt, inForceSince);
    }

    OrderEntry inForce() {
        Instant since = order.start().isAfter(receivedAt) ? order.start() : receivedAt;
        return new OrderEntry(order, OrderState.APPLYING, receivedAt, Optional.of(since));
    }

    /** Whether it caps its node: once begun it does so to its end, also when the clock is then set back. */
    boolean holdsAt(Instant at) {
        return order.covers(at) || (inForceSince.isPresent() && at.isBefore(order.start()));
    }

    boolean live() {
        return !state.isFinal();
    }
}
