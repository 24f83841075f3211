package org.wolfgate.agent.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.Frequency;

/** The ISO's measurements of system frequency, as long as an interval could still need them. */
final class IsoFrequency {

    /** Two of the longest settlement intervals. */
    private static final Duration MEMORY = Duration.ofHours(2);

    /** Late measurements come in a row; an interval is priced anew once the row is over. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    /** How far the ISO's clock may be ahead of ours, as for its orders. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private static final int MOST = 10_000;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private Optional<Instant> lastArrival = Optional.empty();

    private record Sample(Instant at, Frequency frequency) {}

    /** A sample from the future, or too old, is of no use; and its stamp must not decide what else is forgotten. */
    void accept(Instant measuredAt, Frequency frequency, Instant now) {
        if (measuredAt.isAfter(now.plus(AHEAD)) || measuredAt.isBefore(now.minus(MEMORY))) {
            return;
        }
        lastArrival = Optional.of(now);
        samples.addLast(new Sample(measuredAt, frequency));
        samples.removeIf(sample -> sample.at().isBefore(now.minus(MEMORY)));
        while (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    /** Whether nothing more has come for a while; true once for each time that it falls quiet. */
    boolean fellQuiet(Instant now) {
        boolean quiet = lastArrival.filter(at -> !at.plus(QUIET).isAfter(now)).isPresent();
        lastArrival = quiet ? Optional.empty() : lastArrival;
        return quiet;
    }

    /** The mean over a span, to the nearest 1 mHz; empty without a sample in it. */
    Optional<Frequency> mean(Interval span) {
        List<Sample> within =
                samples.stream().filter(sample -> span.contains(sample.at())).toList();
        if (within.isEmpty()) {
            return Optional.empty();
        }
        long sum = within.stream().mapToLong(s -> s.frequency().millihertz()).sum();
        return Optional.of(new Frequency((int) Math.floorDiv(2 * sum + within.size(), 2L * within.size())));
    }
}
