package org.wolfgate.agent.uplink;

/**
 * Records by their numbers, both ends included.
 *
 * @param first 1 or more
 * @param last not below {@code first}
 */
public record SequenceRange(long first, long last) {

    public SequenceRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "a range goes from 1 or more upwards, not from " + first + " to " + last);
        }
    }
}
