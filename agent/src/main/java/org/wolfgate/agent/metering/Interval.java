package org.wolfgate.agent.metering;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time that holds its start and not its end, so that neighbours share an edge and no instant.
 *
 * @param end later than start
 */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("an interval must end after it starts, not " + start + " to " + end);
        }
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
