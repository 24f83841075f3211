package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from first to most, each wait give or take half of it, so that a
 * broker that comes back does not meet all its agents in the same second.
 */
record Backoff(Duration first, Duration most) {

    private static final int DOUBLINGS = 20;

    /**
     * The wait after so many failures in a row.
     *
     * @param failures one or more
     */
    Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
        long capped = Math.min(most.toMillis(), doubled);
        return Duration.ofMillis(Math.round(capped * random.nextDouble(0.5, 1.5)));
    }
}
