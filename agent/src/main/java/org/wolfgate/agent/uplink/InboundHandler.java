package org.wolfgate.agent.uplink;

/** Takes in orders and market data, on the uplink's own thread, one at a time. */
@FunctionalInterface
public interface InboundHandler {

    /**
     * Takes a message. It is acknowledged to the broker when this returns, so return only when it is stored, or refused
     * for good; throw when it could not be stored, and the broker delivers it again.
     */
    void take(InboundMessage message);

    /**
     * The broker no longer knew this agent's session: what was published while the agent was away may be missing, and
     * only what is retained comes again.
     */
    default void sessionForgotten() {}
}
