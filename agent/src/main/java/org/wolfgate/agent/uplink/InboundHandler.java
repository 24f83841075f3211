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
     * The broker keeps no session of this agent: at its very first connection, or because the session expired or the
     * broker lost it. What was published while the agent was away may then be missing; only what is retained comes.
     */
    default void sessionIsNew() {}

    /** Something about the uplink that belongs on the record. */
    default void noted(String what, String detail) {}
}
