package org.wolfgate.agent.control;

import java.util.Map;
import java.util.TreeMap;

/** The sequence of the last signed message taken in from each stream; a message caught on the way cannot come again. */
final class Streams {

    private final Map<String, Long> last;

    Streams(Map<String, Long> resumed) {
        this.last = new TreeMap<>(resumed);
    }

    /** What survives a restart. */
    Map<String, Long> state() {
        return Map.copyOf(last);
    }

    /** The last sequence of a stream; zero before the first. */
    long last(String stream) {
        return last.getOrDefault(stream, 0L);
    }

    /** Takes a message in if it is newer than the last. */
    boolean take(String stream, long sequence) {
        boolean newer = sequence > last(stream);
        if (newer) {
            last.put(stream, sequence);
        }
        return newer;
    }
}
