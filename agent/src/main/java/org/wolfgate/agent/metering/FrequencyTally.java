package org.wolfgate.agent.metering;

/**
 * The good frequency samples of one interval so far.
 *
 * @param sum of the samples in mHz
 * @param samples how many
 * @param repeats how many of the last ones show the value that the meter still repeats
 */
public record FrequencyTally(long sum, int samples, int repeats) {

    static final FrequencyTally EMPTY = new FrequencyTally(0, 0, 0);

    FrequencyTally plus(int millihertz, boolean repeated) {
        return new FrequencyTally(sum + millihertz, samples + 1, repeated ? repeats + 1 : 1);
    }

    /** Takes the repeated value out again, once it proves to be frozen. */
    FrequencyTally withoutRepeats(int millihertz) {
        return new FrequencyTally(sum - (long) millihertz * repeats, samples - repeats, 0);
    }
}
