package org.wolfgate.drivers;

/** A meter on a bus. Used by the thread of its bus only. */
@FunctionalInterface
public interface Meter {

    /**
     * Asks the meter once. Blocks at most the deadline of its bus for each request it needs, plus once to connect; stops
     * at the first request without an answer; never throws.
     */
    MeterReading read();
}
