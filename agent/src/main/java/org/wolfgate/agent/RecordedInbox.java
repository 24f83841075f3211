package org.wolfgate.agent;

import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.InboundMessage;

/** An inbox whose messages the flight recorder hears before anybody judges them. */
record RecordedInbox(InboundHandler inbox, FlightTap flight) implements InboundHandler {

    @Override
    public void take(InboundMessage message) {
        flight.in(message);
        inbox.take(message);
    }

    @Override
    public void sessionIsNew() {
        inbox.sessionIsNew();
    }

    @Override
    public void noted(String what, String detail) {
        inbox.noted(what, detail);
    }
}
