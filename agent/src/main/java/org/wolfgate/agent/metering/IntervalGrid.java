package org.wolfgate.agent.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Settlement intervals of one length, aligned to the UTC epoch: interval number n starts n lengths after
 * 1970-01-01T00:00Z. The edges never move, whatever the clock does.
 *
 * @param length the sale period, whole seconds, 2 s to 1 h
 */
public record IntervalGrid(Duration length) {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofHours(1);

    public IntervalGrid {
        if (!length.equals(Duration.ofSeconds(length.toSeconds()))
                || length.compareTo(SHORTEST) < 0
                || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a sale period must be whole seconds from 2 s to 1 h, not " + length + ": take 5 min (PT5M)");
        }
    }

    /** The number of the interval that holds this instant. */
    public long numberAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), length.toSeconds());
    }

    /** The interval of this number. */
    public Interval interval(long number) {
        return new Interval(
                Instant.ofEpochSecond(number * length.toSeconds()),
                Instant.ofEpochSecond((number + 1) * length.toSeconds()));
    }

    /** The interval that holds this instant. */
    public Interval at(Instant at) {
        return interval(numberAt(at));
    }

    long millis() {
        return length.toMillis();
    }

    long numberAtMillis(long epochMillis) {
        return Math.floorDiv(epochMillis, millis());
    }

    long startMillis(long number) {
        return number * millis();
    }

    long endMillis(long number) {
        return (number + 1) * millis();
    }

    /** How many intervals a span of time touches. */
    long touched(long fromMillis, long toMillis) {
        return numberAtMillis(toMillis - 1) - numberAtMillis(fromMillis) + 1;
    }

    /** A span of time cut at the edges of the grid, in order; an empty span has no pieces. */
    List<Piece> cut(long fromMillis, long toMillis) {
        List<Piece> pieces = new ArrayList<>();
        for (long from = fromMillis; from < toMillis; ) {
            long number = numberAtMillis(from);
            long to = Math.min(endMillis(number), toMillis);
            pieces.add(new Piece(number, from, to));
            from = to;
        }
        return pieces;
    }

    /**
     * The part of a span that lies within one interval.
     *
     * @param number of the interval
     */
    record Piece(long number, long fromMillis, long toMillis) {

        long millis() {
            return toMillis - fromMillis;
        }

        Interval interval() {
            return new Interval(Instant.ofEpochMilli(fromMillis), Instant.ofEpochMilli(toMillis));
        }
    }
}
