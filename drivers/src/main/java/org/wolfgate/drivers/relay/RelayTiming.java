package org.wolfgate.drivers.relay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The times of a relay bank.
 *
 * @param gap between opening one contact and closing the next; shorter than the plant's own debounce, since no contact
 *     speaks meanwhile
 * @param feedbackWithin how long a relay may take until its feedback contact follows
 * @param pause waits
 */
public record RelayTiming(Duration gap, Duration feedbackWithin, Consumer<Duration> pause) {

    /** Waiting for real. */
    public static void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
