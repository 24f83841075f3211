package org.wolfgate.agent.metering;

/** Which way energy flows through a meter. */
enum Direction {
    EXPORTED,
    IMPORTED;

    /** The part of a signed flow that goes this way. */
    long partOf(long signed) {
        return Math.max(0, this == EXPORTED ? signed : -signed);
    }
}
