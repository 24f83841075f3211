package org.wolfgate.drivers.relay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The times of a relay bank.
 *
 * @param gap between opening one contact and closing the next; shorter than the plant's own debounce, since no contact
 *     speaks meanwhile
 * @param feedbackWithin how long a relay may take until its feedback contact follows
 * @param dwell how long a step is kept at least before a looser one follows; a stricter one never waits
 * @param pause waits
 * @param nanos a monotonic clock
 */
public record RelayTiming(
        Duration gap, Duration feedbackWithin, Duration dwell, Consumer<Duration> pause, LongSupplier nanos) {

    /** In real time. */
    public static RelayTiming real(Duration gap, Duration feedbackWithin, Duration dwell) {
        return new RelayTiming(gap, feedbackWithin, dwell, RelayTiming::sleep, System::nanoTime);
    }

    /** Waiting for real. */
    public static void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
