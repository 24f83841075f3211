package org.wolfgate.agent.bringup;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One step of a limit, as the meter saw it.
 *
 * @param cap the most the plant may inject, in W
 * @param tolerance in W, 0 or more
 * @param before injection just before the command, in W
 * @param samples after the command, in the order of their times
 */
public record StepTest(long cap, long tolerance, long before, List<Sample> samples) {

    /** Two readings running at or below the cap are a cap kept, as for an order. */
    private static final int RUNNING = 2;

    /**
     * One reading.
     *
     * @param at since the command
     * @param watts positive is injection
     */
    public record Sample(Duration at, long watts) {}

    /** What a step showed. */
    public enum Verdict {
        KEPT("kept"),
        /** The plant was below the cap already: nothing is proved. */
        PROVES_NOTHING("proves nothing"),
        /** It came down and rose above the cap again. */
        NOT_HELD("NOT HELD"),
        NOT_KEPT("NOT KEPT"),
        NOT_MEASURED("NOT MEASURED");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public StepTest {
        samples = List.copyOf(samples);
    }

    public Verdict verdict() {
        if (samples.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        Optional<Integer> first = firstKept();
        if (first.isEmpty()) {
            return Verdict.NOT_KEPT;
        }
        boolean held = samples.stream().skip(first.get()).allMatch(this::within);
        if (!held) {
            return Verdict.NOT_HELD;
        }
        return before <= cap + tolerance ? Verdict.PROVES_NOTHING : Verdict.KEPT;
    }

    /** From the command to the first of two readings running at or below the cap. */
    public Optional<Duration> timeToComply() {
        return firstKept().map(index -> samples.get(index).at());
    }

    /** From the command to the first reading that moved by more than the tolerance. */
    public Optional<Duration> deadTime() {
        return samples.stream()
                .filter(sample -> Math.abs(sample.watts() - before) > tolerance)
                .findFirst()
                .map(Sample::at);
    }

    /** The last reading. */
    public Optional<Long> reached() {
        return samples.isEmpty()
                ? Optional.empty()
                : Optional.of(samples.get(samples.size() - 1).watts());
    }

    private Optional<Integer> firstKept() {
        for (int from = 0; from + RUNNING <= samples.size(); from++) {
            if (samples.subList(from, from + RUNNING).stream().allMatch(this::within)) {
                return Optional.of(from);
            }
        }
        return Optional.empty();
    }

    private boolean within(Sample sample) {
        return sample.watts() <= cap + tolerance;
    }

    /** The finding of the verdict. */
    public Finding finding() {
        String seen = "cap " + Text.watts(cap) + ": " + verdict() + "; " + Text.watts(before) + " to "
                + reached().map(Text::watts).orElse("-") + ", dead time " + seconds(deadTime()) + ", complied after "
                + seconds(timeToComply());
        return switch (verdict()) {
            case KEPT -> Finding.ok(seen);
            case PROVES_NOTHING -> Finding.note(seen, "repeat when the plant injects more than the cap");
            case NOT_HELD -> Finding.fault(seen, "check for a second controller that overwrites the limit");
            case NOT_KEPT ->
                Finding.fault(
                        seen, "check remote mode of the plant, unit of the set-point, and that this meter is its own");
            case NOT_MEASURED -> Finding.fault(seen, "the meter gave no reading: check its line");
        };
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(one -> BigDecimal.valueOf(one.toMillis() / 100, 1) + " s")
                .orElse("-");
    }
}
