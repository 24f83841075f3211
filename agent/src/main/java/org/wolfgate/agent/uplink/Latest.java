package org.wolfgate.agent.uplink;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Telemetry that waits to be sent: the newest value of each topic, no more. */
final class Latest {

    /** More topics than any substation has; past it, new topics are dropped, for telemetry is never worth memory. */
    private static final int MOST_TOPICS = 2000;

    private final Map<String, byte[]> waiting = new LinkedHashMap<>();

    synchronized void put(String topic, byte[] payload) {
        if (waiting.size() < MOST_TOPICS || waiting.containsKey(topic)) {
            waiting.put(topic, payload);
        }
    }

    /** The topic that waits longest, with its newest value. */
    synchronized Optional<Map.Entry<String, byte[]>> poll() {
        Iterator<Map.Entry<String, byte[]>> entries = waiting.entrySet().iterator();
        if (!entries.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, byte[]> oldest = entries.next();
        entries.remove();
        return Optional.of(Map.entry(oldest.getKey(), oldest.getValue()));
    }

    synchronized void clear() {
        waiting.clear();
    }
}
