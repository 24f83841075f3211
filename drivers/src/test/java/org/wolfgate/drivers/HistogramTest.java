package org.wolfgate.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void aQuantileIsNeverTooShortAndAtMostAnEighthTooLong() {
        long seed = Long.getLong("wolfgate.seed", 20_261_122L);
        Random random = new Random(seed);
        long[] nanos = random.longs(5_000, 0, 27)
                .map(bits -> 1_000 * (1 + random.nextLong(1L << bits)))
                .toArray();
        Histogram histogram = new Histogram();
        Arrays.stream(nanos).forEach(histogram::record);
        Arrays.sort(nanos);
        for (double share : new double[] {0.01, 0.5, 0.9, 0.99, 0.999, 1}) {
            long exact = nanos[(int) Math.ceil(share * nanos.length) - 1];
            long found = histogram.quantile(share).toNanos();
            assertTrue(
                    found >= exact && found <= exact + exact / 8 + 1_000, "seed " + seed + ": " + found + " " + exact);
        }
        assertEquals(nanos[nanos.length - 1], histogram.longest().toNanos());
    }

    @Test
    void nothingRecordedIsZeroAndExtremesAreKept() {
        Histogram histogram = new Histogram();
        assertEquals(Duration.ZERO, histogram.quantile(0.99));
        histogram.record(-5);
        histogram.record(Duration.ofHours(1).toNanos());
        assertEquals(2, histogram.count());
        assertTrue(
                histogram.quantile(1).toSeconds() >= 120, histogram.quantile(1).toString());
    }

    @Test
    void recordingAllocatesNothing() {
        Histogram histogram = new Histogram();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        histogram.record(1);
        long asking = -threads.getCurrentThreadAllocatedBytes() + threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            histogram.record(i * 1_000L);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before - asking;
        assertTrue(allocated < 1_000, allocated + " bytes for 100000 records");
    }
}
