package org.wolfgate.agent.clock;

import java.time.Duration;
import java.time.Instant;

/** A machine whose two clocks do as they are told. */
final class FakeTime {

    private Instant wall;
    private long nanos = 123_456_789L;

    FakeTime(Instant wall) {
        this.wall = wall;
    }

    Instant wall() {
        return wall;
    }

    long nanos() {
        return nanos;
    }

    /** Both clocks move on. */
    void pass(Duration duration) {
        wall = wall.plus(duration);
        nanos += duration.toNanos();
    }

    /** Somebody sets the wall clock. */
    void step(Duration duration) {
        wall = wall.plus(duration);
    }

    void setTo(Instant instant) {
        wall = instant;
    }
}
