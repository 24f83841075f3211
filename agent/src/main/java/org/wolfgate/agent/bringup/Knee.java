package org.wolfgate.agent.bringup;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shortest pause between requests from which on a device answers every time. Many "timeouts" in the field were a
 * device asked too fast (evcc-io/evcc#316, OpenEMS/openems#3099).
 */
public sealed interface Knee {

    /** Every pause worked, the shortest too. */
    record NotNeeded(Duration shortest) implements Knee {}

    /**
     * Shorter pauses lose answers.
     *
     * @param gap the shortest pause that lost none, nor any longer one
     * @param advised the pause to configure: half as much again
     */
    record Found(Duration gap, Duration advised) implements Knee {}

    /**
     * Even the longest pause lost answers, so the pause is not the cause.
     *
     * @param best the pause that lost the fewest
     */
    record NotThePause(GapTrial best) implements Knee {}

    /**
     * Finds it.
     *
     * @param trials in any order, at least one
     */
    static Knee of(List<GapTrial> trials) {
        List<GapTrial> falling = trials.stream()
                .sorted(Comparator.comparing(GapTrial::gap).reversed())
                .toList();
        Optional<GapTrial> lowest = falling.stream().takeWhile(GapTrial::clean).reduce((longer, shorter) -> shorter);
        if (lowest.isEmpty()) {
            return new NotThePause(falling.stream()
                    .max(Comparator.comparingDouble(trial -> (double) trial.answered() / trial.asked()))
                    .orElseThrow());
        }
        Duration gap = lowest.get().gap();
        boolean shortest = gap.equals(falling.get(falling.size() - 1).gap());
        return shortest ? new NotNeeded(gap) : new Found(gap, advised(gap));
    }

    /** Half as much again, up to the next 5 ms. */
    private static Duration advised(Duration gap) {
        long millis = (gap.toMillis() * 3 + 1) / 2;
        return Duration.ofMillis((millis + 4) / 5 * 5);
    }

    /** The key that gives a line what its device needs, ready to be pasted; empty if it needs nothing. */
    default Optional<String> key() {
        return this instanceof Found found
                ? Optional.of("gap: " + found.advised().toMillis() + " ms")
                : Optional.empty();
    }

    /** For the report of a device that was brought up. */
    default Finding finding() {
        return this instanceof NotThePause
                ? Finding.fault(words(), "halve the bus and look again")
                : Finding.ok(words());
    }

    /** In one line, with what to configure. */
    default String words() {
        if (this instanceof Found found) {
            return "knee at " + found.gap().toMillis() + " ms; use a gap of "
                    + found.advised().toMillis() + " ms";
        }
        return this instanceof NotThePause lost
                ? "answers are lost at every gap (best " + lost.best().answered() + " of "
                        + lost.best().asked() + "): the gap is not the cause; check wiring and id"
                : "no gap needed: no answer lost even at "
                        + ((NotNeeded) this).shortest().toMillis() + " ms";
    }
}
