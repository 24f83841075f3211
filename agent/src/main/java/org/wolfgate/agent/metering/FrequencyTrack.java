package org.wolfgate.agent.metering;

import java.util.List;

/**
 * Tells good samples of frequency from bad ones. A sample is bad outside 5 Hz of the nominal frequency, when it changes
 * faster than 2 Hz/s from the last good one, or when a meter with a resolution of 1 mHz has shown the same value for
 * 60 s: no grid stands that still. Two equal values a minute apart are chance, so a frozen run has five samples at least.
 *
 * @param lastGood the last good sample, none before the first
 * @param runStart the first sample of the value that the meter showed last, none before the first
 * @param runLength how many samples have shown that value
 */
public record FrequencyTrack(List<Sample> lastGood, List<Sample> runStart, int runLength) {

    static final FrequencyTrack START = new FrequencyTrack(List.of(), List.of(), 0);

    private static final int WIDEST_MILLIHERTZ = 5_000;
    /** 2 Hz/s. */
    private static final long FASTEST_MILLIHERTZ_PER_MILLISECOND = 2;

    private static final long FROZEN_AFTER_MILLIS = 60_000;
    private static final int FROZEN_SAMPLES = 5;

    /**
     * One sample as the meter gave it.
     *
     * @param atMillis epoch milliseconds
     */
    public record Sample(long atMillis, int millihertz) {}

    enum Verdict {
        GOOD,
        /** Good, and the same value as before. */
        REPEATED,
        /** The value has stood still for a minute: this sample and its repeats are bad. */
        FROZEN,
        BAD
    }

    public FrequencyTrack {
        lastGood = List.copyOf(lastGood);
        runStart = List.copyOf(runStart);
    }

    Verdict judge(Sample sample, MeterRule rule) {
        boolean implausible = Math.abs(sample.millihertz() - rule.nominal().millihertz()) > WIDEST_MILLIHERTZ;
        if (implausible || lastGood.stream().anyMatch(last -> isJump(last, sample))) {
            return Verdict.BAD;
        }
        if (!isRepeat(sample)) {
            return Verdict.GOOD;
        }
        boolean frozen = rule.resolution().millihertz() <= 1
                && runLength + 1 >= FROZEN_SAMPLES
                && sample.atMillis() - runStart.get(0).atMillis() >= FROZEN_AFTER_MILLIS;
        return frozen ? Verdict.FROZEN : Verdict.REPEATED;
    }

    FrequencyTrack after(Sample sample, Verdict verdict) {
        boolean counts = verdict == Verdict.GOOD || verdict == Verdict.REPEATED;
        boolean repeat = isRepeat(sample);
        return new FrequencyTrack(
                counts ? List.of(sample) : lastGood,
                repeat ? runStart : List.of(sample),
                repeat ? Math.addExact(runLength, 1) : 1);
    }

    private boolean isRepeat(Sample sample) {
        return runStart.stream().anyMatch(first -> first.millihertz() == sample.millihertz());
    }

    private static boolean isJump(Sample last, Sample sample) {
        long change = Math.abs((long) sample.millihertz() - last.millihertz());
        return change > FASTEST_MILLIHERTZ_PER_MILLISECOND * (sample.atMillis() - last.atMillis());
    }
}
