package org.wolfgate.agent.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Settlement intervals laid on UTC: every boundary is a whole multiple of the length since 1970, whatever time the
 * agent started.
 *
 * @param length a whole number of seconds that divides a day, for example 5 or 15 minutes
 */
public record IntervalGrid(Duration length) {

    public IntervalGrid {
        boolean wholeSeconds = length.equals(Duration.ofSeconds(length.toSeconds())) && length.toSeconds() > 0;
        if (!wholeSeconds || Duration.ofDays(1).toSeconds() % length.toSeconds() != 0) {
            throw new IllegalArgumentException(
                    "an interval must be whole seconds and divide a day (PT5M, PT15M), not " + length);
        }
    }

    /** The boundary at or before this instant. */
    public Instant startOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }

    /** The first boundary after this instant. */
    public Instant endOf(Instant at) {
        return startOf(at).plus(length);
    }

    /** Whether an interval begins exactly here. */
    public boolean isBoundary(Instant at) {
        return startOf(at).equals(at);
    }
}
