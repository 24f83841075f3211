package org.wolfgate.agent.metering;

/** Whether a node stood on the system through an interval. */
public enum Connection {
    /** Every sample of its frequency was taken on the system, or the node has no contact that could tell. */
    CONNECTED,
    /** Apart from the system at some time: its own frequency says nothing of the system's imbalance. */
    ISLANDED,
    /** At some time nobody could tell: its own frequency proves nothing. */
    UNKNOWN
}
