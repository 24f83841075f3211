package org.wolfgate.agent;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.agent.uplink.message.OrderMessages;

/** Takes the ISO's messages in: a message is acknowledged to the broker only when what follows from it is durable. */
final class Inbox implements InboundHandler {

    private static final long DURABLE_SECONDS = 30;

    private final String substation;
    private final String orderTopic;
    private final ControlLoop control;

    Inbox(String substation, String orderTopic, ControlLoop control) {
        this.substation = substation;
        this.orderTopic = orderTopic;
        this.control = control;
    }

    @Override
    public void take(InboundMessage message) {
        await(message.topic().equals(orderTopic) ? OrderMessages.read(substation, message.payload()) : market(message));
    }

    @Override
    public void sessionIsNew() {
        control.post(new Event.Noted(
                "new session", "the broker keeps no session of this agent; orders sent before now may be missing"));
    }

    private static Event market(InboundMessage message) {
        try {
            return MarketMessages.read(message.payload());
        } catch (MessageException e) {
            return new Event.Noted("market message refused", message.topic() + ": " + e.text());
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
