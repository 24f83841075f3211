package org.wolfgate.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.SequenceRange;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.ResendMessages;

/** Takes requests to send records once more; who may publish may ask. */
final class Resends {

    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private final Optional<MessageGate> gate;
    private final Consumer<SequenceRange> uplink;

    Resends(Optional<MessageGate> gate, Consumer<SequenceRange> uplink) {
        this.gate = gate;
        this.uplink = uplink;
    }

    /** Hands the range on; what goes on record of it. */
    Event take(InboundMessage message, Instant now) {
        byte[] payload = message.payload();
        if (gate.isPresent()) {
            MessageGate.Decision decision = gate.get().check(payload, LONGEST_LIFE, now);
            if (decision instanceof MessageGate.Denied denied) {
                return MarketTrust.refused(message.topic(), denied.cause() + ": " + denied.reason());
            }
            payload = ((MessageGate.Admitted) decision).payload();
        }
        try {
            SequenceRange range = ResendMessages.read(payload);
            uplink.accept(range);
            return new Event.Noted("records asked for again", "from " + range.first() + " to " + range.last());
        } catch (MessageException e) {
            return MarketTrust.refused(message.topic(), e.text());
        }
    }
}
