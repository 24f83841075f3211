package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.PerUnit;

/** The loadings of one flowgate, as long as an interval could still need them. */
final class LoadingSamples {

    /** How far the ISO's clock may be ahead of ours, as for its orders. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /** Two of the longest settlement intervals. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private static final int MOST = 10_000;

    private final Duration staleAfter;
    private final TreeMap<Instant, PerUnit> samples = new TreeMap<>();

    LoadingSamples(Duration staleAfter) {
        this.staleAfter = staleAfter;
    }

    /** A value from the future, or too old, is of no use. */
    void accept(Instant measuredAt, PerUnit loading, Instant now) {
        if (measuredAt.isAfter(now.plus(AHEAD)) || measuredAt.isBefore(now.minus(MEMORY))) {
            return;
        }
        samples.put(measuredAt, loading);
        samples.headMap(now.minus(MEMORY)).clear();
        while (samples.size() > MOST) {
            samples.pollFirstEntry();
        }
    }

    void forget() {
        samples.clear();
    }

    /** The last value before an instant, if it is fresh then. */
    Optional<PerUnit> at(Instant now) {
        Map.Entry<Instant, PerUnit> last = samples.floorEntry(now);
        return last == null || last.getKey().plus(staleAfter).isBefore(now)
                ? Optional.empty()
                : Optional.of(last.getValue());
    }

    /** The mean over a span in whole billionths; without a sample in it the last one before its end. Empty if that is stale. */
    Optional<PerUnit> over(Interval span) {
        NavigableMap<Instant, PerUnit> within = samples.subMap(span.start(), true, span.end(), false);
        Optional<PerUnit> last = at(span.end());
        if (within.isEmpty() || last.isEmpty()) {
            return last;
        }
        long sum = within.values().stream().mapToLong(PerUnit::billionths).sum();
        return Optional.of(new PerUnit(Math.floorDiv(2 * sum + within.size(), 2L * within.size())));
    }
}
