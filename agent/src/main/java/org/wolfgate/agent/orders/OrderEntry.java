package org.wolfgate.agent.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * An accepted order and where it stands.
 *
 * @param inForceSince when it came into force here: its start, or its arrival if that was later
 */
public record OrderEntry(CurtailmentOrder order, OrderState state, Optional<Instant> inForceSince) {

    OrderEntry to(OrderState next) {
        return new OrderEntry(order, next, inForceSince);
    }

    OrderEntry inForce(Instant since) {
        return new OrderEntry(order, OrderState.APPLYING, Optional.of(since));
    }

    boolean live() {
        return !state.isFinal();
    }
}
