package org.wolfgate.agent.clock;

/**
 * A time that only moves forward: for time-outs, ramps, back-off and the distance between two readings.
 *
 * <p>Linux disciplines its rate by NTP but never steps it, which is what makes a wall clock built on it steady.
 */
@FunctionalInterface
public interface Monotonic {

    /** Nanoseconds since an arbitrary origin; only differences mean something. */
    long nanos();

    /** The machine's own monotonic clock. */
    static Monotonic system() {
        return System::nanoTime;
    }
}
