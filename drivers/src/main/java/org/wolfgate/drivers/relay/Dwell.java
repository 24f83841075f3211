package org.wolfgate.drivers.relay;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.wolfgate.drivers.ActivePower;

/**
 * How long a step is kept before a looser one may follow, so that contacts and plant do not chatter
 * (reinhard-brandstaedter/solarflow-control#206). A stricter step never waits.
 */
final class Dwell {

    private final Duration least;
    private final LongSupplier nanos;
    private long since;

    Dwell(Duration least, LongSupplier nanos) {
        this.least = least;
        this.nanos = nanos;
        this.since = nanos.getAsLong() - least.toNanos();
    }

    /** A step was taken just now. */
    void begin() {
        since = nanos.getAsLong();
    }

    /** Whether the limit in force must still be kept although a looser one is wanted. */
    boolean keeps(ActivePower inForce, ActivePower wanted) {
        return wanted.compareTo(inForce) > 0 && nanos.getAsLong() - since < least.toNanos();
    }
}
