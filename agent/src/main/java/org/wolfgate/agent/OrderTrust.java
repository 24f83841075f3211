package org.wolfgate.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.CancellationArrived;
import org.wolfgate.agent.control.Event.OrderArrived;
import org.wolfgate.agent.control.Event.OrderRefused;
import org.wolfgate.agent.orders.Refusal;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.trust.MessageGate.Admitted;
import org.wolfgate.agent.trust.MessageGate.Denied;
import org.wolfgate.agent.trust.Stamp;
import org.wolfgate.agent.uplink.message.OrderMessages;

/** Takes signed orders and cancellations in: signature, addressee and age first, then what they say, then the right to. */
final class OrderTrust {

    /** An order that was longer under way is signed and sent again by an ISO that still means it. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private final String substation;
    private final MessageGate gate;

    OrderTrust(String substation, MessageGate gate) {
        this.substation = substation;
        this.gate = gate;
    }

    /** Never throws: what is not to be obeyed becomes {@link OrderRefused}. */
    Event read(byte[] message, Instant now) {
        if (message.length > OrderMessages.LONGEST_SIGNED) {
            return OrderMessages.oversized(message);
        }
        MessageGate.Decision decision = gate.check(message, LONGEST_LIFE, now);
        if (decision instanceof Admitted admitted) {
            return entitled(OrderMessages.read(substation, admitted.payload()), admitted);
        }
        Denied denied = (Denied) decision;
        return OrderMessages.refused(denied.payload().orElse(message), refusal(denied.cause()), denied.reason());
    }

    private static Event entitled(Event event, Admitted admitted) {
        if (event instanceof OrderArrived arrived) {
            var order = arrived.order();
            return bound(order.id(), Optional.of(order.node()), order.issuer(), order.sequence(), admitted.stamp())
                    .or(() -> admitted.rights().mayOrder(order.node())
                            ? Optional.empty()
                            : Optional.of(new OrderRefused(
                                    order.id(),
                                    Optional.of(order.node()),
                                    Refusal.NOT_ENTITLED,
                                    order.issuer() + " may not order node '" + order.node() + "'")))
                    .map(Event.class::cast)
                    .orElse(new OrderArrived(order, true));
        }
        if (event instanceof CancellationArrived arrived) {
            var cancellation = arrived.cancellation();
            return bound(
                            cancellation.id(),
                            Optional.empty(),
                            cancellation.issuer(),
                            cancellation.sequence(),
                            admitted.stamp())
                    .map(Event.class::cast)
                    .orElse(event);
        }
        return event;
    }

    /** What the signature says of issuer and sequence and what the message says must be the same. */
    private static Optional<OrderRefused> bound(
            String id, Optional<String> node, String issuer, long sequence, Stamp stamp) {
        if (issuer.equals(stamp.issuer()) && sequence == stamp.sequence()) {
            return Optional.empty();
        }
        String reason = "it says issuer '" + issuer + "' and sequence " + sequence + ", its signature says '"
                + stamp.issuer() + "' and " + stamp.sequence();
        return Optional.of(new OrderRefused(id, node, Refusal.NOT_AUTHENTIC, reason));
    }

    private static Refusal refusal(MessageGate.Cause cause) {
        return switch (cause) {
            case NOT_AUTHENTIC -> Refusal.NOT_AUTHENTIC;
            case OTHER_SUBSTATION -> Refusal.OTHER_SUBSTATION;
            case TOO_OLD -> Refusal.TOO_OLD;
            case FUTURE_DATED -> Refusal.FUTURE_DATED;
        };
    }
}
