package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.ActivePower;

/** The ISO's area control error, as long as an interval could still need it; a value older than a minute is no value. */
final class IsoControlError {

    private static final Duration FRESH = Duration.ofSeconds(60);

    /** How far the ISO's clock may be ahead of ours, as for its orders. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /** Two of the longest settlement intervals. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private static final int MOST = 10_000;

    private final TreeMap<Instant, ActivePower> samples = new TreeMap<>();

    /** A value from the future, or too old, is of no use. */
    void accept(Instant measuredAt, ActivePower ace, Instant now) {
        if (measuredAt.isAfter(now.plus(AHEAD)) || measuredAt.isBefore(now.minus(MEMORY))) {
            return;
        }
        samples.put(measuredAt, ace);
        samples.headMap(now.minus(MEMORY)).clear();
        while (samples.size() > MOST) {
            samples.pollFirstEntry();
        }
    }

    /** The last value before an instant, if it is fresh then. */
    Optional<ActivePower> at(Instant now) {
        Map.Entry<Instant, ActivePower> last = samples.floorEntry(now);
        return last == null || last.getKey().plus(FRESH).isBefore(now)
                ? Optional.empty()
                : Optional.of(last.getValue());
    }

    /** The mean over a span in whole W; without a sample in it the last one before its end. Empty if that is stale. */
    Optional<ActivePower> over(Interval span) {
        NavigableMap<Instant, ActivePower> within = samples.subMap(span.start(), true, span.end(), false);
        Optional<ActivePower> last = at(span.end());
        if (within.isEmpty() || last.isEmpty()) {
            return last;
        }
        long sum = within.values().stream().mapToLong(ActivePower::watts).sum();
        return Optional.of(new ActivePower(Math.floorDiv(2 * sum + within.size(), 2L * within.size())));
    }
}
