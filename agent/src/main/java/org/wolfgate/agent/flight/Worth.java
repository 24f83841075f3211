package org.wolfgate.agent.flight;

/** What an entry is worth when not all can be kept. */
public enum Worth {
    /** Bytes on the bus: what was read of them is known as well. */
    BUS(0.5),
    /** Readings and ticks that changed nothing. */
    READING(0.25),
    /** Messages, orders, set-points, decisions. */
    DECISION(0.0);

    private final double reserve;

    Worth(double reserve) {
        this.reserve = reserve;
    }

    /** The part of a day's allowance that is kept for what is worth more. */
    double reserve() {
        return reserve;
    }
}
