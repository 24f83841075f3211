package org.wolfgate.agent.uplink;

import java.time.Duration;

/** What one connection is for. Every method is called on the link's own thread. */
interface Duty {

    /** A connection is about to be dialled. */
    default void dialling() {}

    /** How the connection is dialled. */
    WirePlan plan();

    /** Whether the connection shall stand now; one that stands is left in good order when this ends. */
    default boolean wanted() {
        return true;
    }

    /** It stands. */
    void opened(Wire wire) throws WireException;

    /** Something happened on it, other than its loss. */
    void on(Wire wire, WireEvent event) throws WireException;

    /**
     * Does what can be done now.
     *
     * @return when to be called again at the latest, if nothing happens before
     */
    Duration turn(Wire wire) throws WireException;

    /** The agent is about to close it in good order. */
    void closing(Wire wire) throws WireException;

    /** It broke, and why; {@link #closed} follows. */
    default void lost(WireEvent.Lost why) {}

    /** It is gone. */
    void closed();
}
