package org.wolfgate.agent.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a line through once in a while: a broker that refuses every second for a week is some hundred lines, not half a
 * million, and the journal keeps what happened before it. Lines that differ in numbers only count as one.
 */
final class RepeatLimit {

    /** More kinds of lines than the agent has. */
    private static final int MOST_KINDS = 500;

    private final long windowNanos;
    private final Map<String, Seen> kinds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST_KINDS;
        }
    };

    private record Seen(long sinceNanos, long leftOut) {}

    RepeatLimit(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /** What is to be written now; empty if the like was written lately. */
    synchronized Optional<String> admit(String line, long nanos) {
        String kind = line.replaceAll("[0-9]+", "0");
        Seen seen = kinds.get(kind);
        if (seen != null && nanos - seen.sinceNanos() < windowNanos) {
            kinds.put(kind, new Seen(seen.sinceNanos(), seen.leftOut() + 1));
            return Optional.empty();
        }
        kinds.put(kind, new Seen(nanos, 0));
        boolean some = seen != null && seen.leftOut() > 0;
        return Optional.of(some ? line + " (" + seen.leftOut() + " like it were left out before)" : line);
    }
}
