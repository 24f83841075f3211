package org.wolfgate.agent.uplink;

/** What the library's threads put into a connection's queue, and do nothing else. */
sealed interface WireEvent {

    /** A publish is done: acknowledged if it wanted to be, written if not. */
    record Done(long tag) implements WireEvent {}

    /**
     * The connection is of no more use.
     *
     * @param takenOver whether the broker gave it up because another client came with the same client id
     */
    record Lost(String why, boolean takenOver) implements WireEvent {

        Lost(String why) {
            this(why, false);
        }
    }

    /**
     * A message came in and waits for its acknowledgement.
     *
     * @param id the packet's number on this connection
     * @param qos 0 when it wants none
     */
    record Arrived(int id, int qos, InboundMessage message) implements WireEvent {}
}
