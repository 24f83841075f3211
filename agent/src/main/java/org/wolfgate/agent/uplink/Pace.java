package org.wolfgate.agent.uplink;

import java.time.Duration;

/**
 * How patient the uplink is.
 *
 * @param window records on their way at one time, 1 to 1000; kept below the broker's receive maximum as well
 * @param retryFirst the wait before the second attempt to connect; it doubles from there, give or take half
 * @param retryMost the longest wait between two attempts
 * @param keepAlive silence after which the broker is asked for a sign of life; whole seconds, at least one
 * @param connectTimeout how long one attempt may take; whole seconds, at least one
 * @param stallAfter with something on its way and nothing acknowledged for so long, the connection is given up
 * @param orderSession how long the broker keeps orders for an agent that is away; whole seconds
 */
public record Pace(
        int window,
        Duration retryFirst,
        Duration retryMost,
        Duration keepAlive,
        Duration connectTimeout,
        Duration stallAfter,
        Duration orderSession) {

    public Pace {
        if (window < 1 || window > 1000) {
            throw new IllegalArgumentException("the window must be 1 to 1000 records, not " + window);
        }
        if (retryFirst.isNegative() || retryFirst.isZero() || retryMost.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException("retries must go from a positive wait up to a longer one, not from "
                    + retryFirst + " to " + retryMost);
        }
        if (keepAlive.toSeconds() < 1 || connectTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException("keep-alive and connect time-out must be at least one second");
        }
    }

    /** How long an agent that finds another's claim waits for it to answer, or to come back. */
    Duration claimGrace() {
        return connectTimeout.plus(retryFirst.multipliedBy(10));
    }

    /** How long an agent that found its identity in use stays away before it asks again. */
    Duration refusal() {
        return retryMost.multipliedBy(10);
    }

    /** What suits a substation on a mobile line and a broker with the usual receive maximum of 20. */
    public static Pace normal() {
        return new Pace(
                16,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofDays(1));
    }
}
