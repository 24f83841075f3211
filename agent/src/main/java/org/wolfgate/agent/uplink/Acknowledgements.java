package org.wolfgate.agent.uplink;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which records were acknowledged, in whatever order: a mark below which all are, and the few ranges above it.
 *
 * <p>New records overtake old ones, so there are at most two long ranges and as many holes as records on their way.
 */
final class Acknowledgements {

    private long mark;

    /** First to last of each range, all above {@code mark + 1}, none touching another. */
    private final TreeMap<Long, Long> above = new TreeMap<>();

    /** Starts with everything up to {@code mark} acknowledged. */
    Acknowledgements(long mark) {
        this.mark = mark;
    }

    /** Every record up to here is acknowledged. */
    long mark() {
        return mark;
    }

    boolean contains(long seq) {
        Map.Entry<Long, Long> range = above.floorEntry(seq);
        return seq <= mark || (range != null && seq <= range.getValue());
    }

    /** One more is acknowledged; a repetition changes nothing. */
    void add(long seq) {
        if (contains(seq)) {
            return;
        }
        long first = seq;
        long last = seq;
        Map.Entry<Long, Long> below = above.floorEntry(seq);
        if (below != null && below.getValue() == seq - 1) {
            first = below.getKey();
            above.remove(first);
        }
        Long joined = above.remove(seq + 1);
        if (joined != null) {
            last = joined;
        }
        if (first == mark + 1) {
            mark = last;
        } else {
            above.put(first, last);
        }
    }
}
