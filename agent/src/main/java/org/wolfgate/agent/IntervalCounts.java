package org.wolfgate.agent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
import org.wolfgate.agent.metering.IntervalQuality;

/** How many intervals closed in this run, by quality, and how many that should be there were never closed. */
final class IntervalCounts {

    private final Map<IntervalQuality, Long> closed = new EnumMap<>(IntervalQuality.class);
    private final Map<String, Instant> lastEnd = new HashMap<>();
    private long gaps;

    synchronized void add(IntervalClosed interval) {
        var span = interval.metered().interval();
        closed.merge(interval.metered().quality(), 1L, Long::sum);
        Instant before = lastEnd.get(interval.node());
        if (before != null && span.start().isAfter(before)) {
            gaps++;
        }
        if (before == null || span.end().isAfter(before)) {
            lastEnd.put(interval.node(), span.end());
        }
    }

    synchronized long closed(IntervalQuality quality) {
        return closed.getOrDefault(quality, 0L);
    }

    /** Places where the intervals of a node do not join, as after a forward step of the clock. */
    synchronized long gaps() {
        return gaps;
    }
}
