package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.metering.Connection;
import org.wolfgate.agent.metering.FrequencyQuality;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.drivers.Frequency;

/**
 * What the substation's meters say of the frequency, interval by interval, so that one can stand in for another that knows
 * none: the grid has one frequency. Only well covered means count, and
 * only of a meter on the system.
 */
final class PeerFrequency {

    /** Two of the longest settlement intervals. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private final TreeMap<Instant, TreeMap<String, Frequency>> byStart = new TreeMap<>();
    private Optional<Interval> news = Optional.empty();

    void accept(String meter, MeteredInterval metered) {
        if (metered.frequency().quality() != FrequencyQuality.GOOD || metered.connection() != Connection.CONNECTED) {
            return;
        }
        Interval interval = metered.interval();
        metered.frequency().mean().ifPresent(mean -> {
            byStart.computeIfAbsent(interval.start(), start -> new TreeMap<>()).put(meter, mean);
            news = Optional.of(interval);
        });
        byStart.headMap(interval.start().minus(MEMORY)).clear();
    }

    /** The value of another meter; of several, that of the first by name. */
    Optional<Frequency> of(Interval interval, String meter) {
        return byStart.getOrDefault(interval.start(), new TreeMap<>()).entrySet().stream()
                .filter(peer -> !peer.getKey().equals(meter))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** An interval of which a value has become known since this was asked last. */
    Optional<Interval> news() {
        Optional<Interval> latest = news;
        news = Optional.empty();
        return latest;
    }
}
