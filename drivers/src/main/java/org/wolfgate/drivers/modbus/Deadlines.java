package org.wolfgate.drivers.modbus;

import java.time.Duration;

/** Bounds of the time that a line may take. */
final class Deadlines {

    private Deadlines() {}

    /**
     * The deadline itself.
     *
     * @throws IllegalArgumentException if it is not 1 ms to 1 min
     */
    static Duration checked(String line, Duration deadline) {
        if (deadline.toMillis() < 1 || deadline.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("line " + line + ": the deadline must be 1 ms to 1 min");
        }
        return deadline;
    }

    /** The shorter one, and at least 1 ms. */
    static Duration shorter(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) <= 0 ? one : other;
        return shorter.toMillis() < 1 ? Duration.ofMillis(1) : shorter;
    }
}
