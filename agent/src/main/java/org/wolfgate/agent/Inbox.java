package org.wolfgate.agent;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.trust.MessageGate;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.SequenceRange;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.OrderMessages;

/** Takes the ISO's messages in: a message is acknowledged to the broker only when what follows from it is durable. */
final class Inbox implements InboundHandler {

    private static final long DURABLE_SECONDS = 30;

    private final String substation;
    private final String orderTopic;
    private final Optional<OrderTrust> orders;
    private final Optional<MarketTrust> market;
    private final String resendTopic;
    private final Resends resends;
    private final Supplier<Instant> clock;
    private final ControlLoop control;

    /**
     * An inbox.
     *
     * @param gate who is let in; empty on a bench, where everybody is
     * @param resend sends records once more
     */
    Inbox(
            Topics topics,
            Optional<MessageGate> gate,
            Consumer<SequenceRange> resend,
            Supplier<Instant> clock,
            ControlLoop control) {
        this.substation = topics.substation();
        this.orderTopic = topics.orders();
        this.orders = gate.map(g -> new OrderTrust(substation, g));
        this.market = gate.map(MarketTrust::new);
        this.resendTopic = topics.resend();
        this.resends = new Resends(gate, resend);
        this.clock = clock;
        this.control = control;
    }

    @Override
    public void take(InboundMessage message) {
        if (message.topic().equals(resendTopic)) {
            await(resends.take(message, clock.get()));
        } else {
            await(message.topic().equals(orderTopic) ? order(message) : market(message));
        }
    }

    @Override
    public void sessionIsNew() {
        control.post(new Event.Noted(
                "new session", "the broker keeps no session of this agent; orders sent before now may be missing"));
    }

    @Override
    public void noted(String what, String detail) {
        control.post(new Event.Noted(what, detail));
    }

    private Event order(InboundMessage message) {
        return orders.map(trust -> trust.read(message.payload(), clock.get()))
                .orElseGet(() -> OrderMessages.read(substation, message.payload()));
    }

    private Event market(InboundMessage message) {
        return market.map(trust -> trust.read(message.topic(), message.payload(), clock.get()))
                .orElseGet(() -> unsigned(message));
    }

    private static Event unsigned(InboundMessage message) {
        try {
            return MarketMessages.read(message.payload());
        } catch (MessageException e) {
            return MarketTrust.refused(message.topic(), e.text());
        }
    }

    private void await(Event event) {
        try {
            control.store(event).get(DURABLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a message of the ISO was being stored", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a message of the ISO could not be stored; the broker keeps it", e);
        }
    }
}
