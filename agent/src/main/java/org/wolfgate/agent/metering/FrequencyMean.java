package org.wolfgate.agent.metering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.drivers.Frequency;

/**
 * The frequency of an interval: the mean of its good samples, half-even to 1 mHz, and how well they cover it.
 *
 * @param mean empty when the coverage is below one half
 * @param goodSamples number of good samples
 * @param expectedSamples number of samples that complete polling would have given, at least 1
 * @param counts how often each frequency was seen, if that was kept for every good sample
 */
public record FrequencyMean(Optional<Frequency> mean, int goodSamples, int expectedSamples, FrequencyCounts counts) {

    public FrequencyMean {
        // A state that an earlier version kept has no counts.
        counts = counts == null ? FrequencyCounts.NONE : counts;
    }

    /** Without the counts. */
    public FrequencyMean(Optional<Frequency> mean, int goodSamples, int expectedSamples) {
        this(mean, goodSamples, expectedSamples, FrequencyCounts.NONE);
    }

    /**
     * The mean of samples whose sum is known.
     *
     * @param sumMillihertz sum of the good samples in mHz
     */
    public static FrequencyMean of(long sumMillihertz, int goodSamples, int expectedSamples) {
        if (expectedSamples < 1) {
            throw new IllegalArgumentException("an interval expects at least one sample, not " + expectedSamples);
        }
        if (quality(goodSamples, expectedSamples) == FrequencyQuality.INSUFFICIENT) {
            return new FrequencyMean(Optional.empty(), goodSamples, expectedSamples);
        }
        int mean = new BigDecimal(BigInteger.valueOf(sumMillihertz))
                .divide(BigDecimal.valueOf(goodSamples), 0, RoundingMode.HALF_EVEN)
                .intValueExact();
        return new FrequencyMean(Optional.of(new Frequency(mean)), goodSamples, expectedSamples);
    }

    /** The same with the counts of its samples; those that cover a part of them only are of no use. */
    public FrequencyMean with(FrequencyCounts all) {
        boolean whole = mean.isPresent() && all.samples() == goodSamples;
        return new FrequencyMean(mean, goodSamples, expectedSamples, whole ? all : FrequencyCounts.NONE);
    }

    public FrequencyQuality quality() {
        return quality(goodSamples, expectedSamples);
    }

    /** Coverage in per cent with two decimals, at most 100. */
    public BigDecimal coveragePercent() {
        return BigDecimal.valueOf(100L * Math.min(goodSamples, expectedSamples))
                .divide(BigDecimal.valueOf(expectedSamples), 2, RoundingMode.HALF_EVEN);
    }

    private static FrequencyQuality quality(long good, long expected) {
        if (good * 10 >= expected * 9) {
            return FrequencyQuality.GOOD;
        }
        return good * 2 >= expected ? FrequencyQuality.ESTIMATED : FrequencyQuality.INSUFFICIENT;
    }
}
