package org.wolfgate.agent.metering;

/**
 * The good frequency samples of one interval so far.
 *
 * @param sum of the samples in mHz
 * @param samples how many
 * @param repeats how many of the last ones show the value that the meter still repeats
 * @param counts how often each value was seen, if that is kept
 */
public record FrequencyTally(long sum, int samples, int repeats, FrequencyCounts counts) {

    static final FrequencyTally EMPTY = new FrequencyTally(0, 0, 0, FrequencyCounts.NONE);

    public FrequencyTally {
        // A state that an earlier version kept has no counts.
        counts = counts == null ? FrequencyCounts.NONE : counts;
    }

    FrequencyTally plus(int millihertz, boolean repeated, FrequencyDetail detail) {
        return new FrequencyTally(
                sum + millihertz,
                samples + 1,
                repeated ? repeats + 1 : 1,
                detail == FrequencyDetail.COUNTS ? counts.plus(millihertz, 1) : counts);
    }

    /** Takes the repeated value out again, once it proves to be frozen. */
    FrequencyTally withoutRepeats(int millihertz) {
        return new FrequencyTally(
                sum - (long) millihertz * repeats,
                samples - repeats,
                0,
                counts.isEmpty() ? counts : counts.plus(millihertz, -repeats));
    }
}
