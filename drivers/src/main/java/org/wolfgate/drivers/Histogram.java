package org.wolfgate.drivers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Durations up to two minutes, each counted within an eighth of its size. One thread records, without allocating; any
 * thread reads.
 */
public final class Histogram {

    private static final int SUB_BITS = 3;
    private static final int SUBS = 1 << SUB_BITS;
    private static final int EXPONENTS = 27;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MOST_MICROS = (1L << EXPONENTS) - 1;

    private final AtomicLongArray counts = new AtomicLongArray((EXPONENTS - SUB_BITS + 1) * SUBS);
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    /** Counts one; below 0 counts as 0, above two minutes as two minutes. */
    public void record(long nanos) {
        long micros = Math.min(MOST_MICROS, Math.max(0, nanos / NANOS_PER_MICRO));
        int bucket = bucket(micros);
        counts.lazySet(bucket, counts.get(bucket) + 1);
        count.lazySet(count.get() + 1);
        if (nanos > longest.get()) {
            longest.lazySet(nanos);
        }
    }

    private static int bucket(long micros) {
        int exponent = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(micros) - 1 - SUB_BITS);
        return (exponent << SUB_BITS) + (int) (micros >>> exponent);
    }

    /** The first microsecond that no longer belongs to the bucket. */
    private static long end(int bucket) {
        int exponent = Math.max(0, (bucket >>> SUB_BITS) - 1);
        return (bucket - ((long) exponent << SUB_BITS) + 1) << exponent;
    }

    /** Adds what another one has counted. */
    public void add(Histogram other) {
        for (int bucket = 0; bucket < counts.length(); bucket++) {
            counts.addAndGet(bucket, other.counts.get(bucket));
        }
        count.addAndGet(other.count.get());
        longest.accumulateAndGet(other.longest.get(), Math::max);
    }

    public long count() {
        return count.get();
    }

    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /**
     * A duration that the share of all does not exceed; at most an eighth too long. Zero if nothing was recorded.
     *
     * @param share 0 to 1, such as 0.99
     */
    public Duration quantile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int bucket = 0; bucket < counts.length(); bucket++) {
            seen += counts.get(bucket);
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos(Math.min(longest.get(), end(bucket) * NANOS_PER_MICRO));
            }
        }
        return longest();
    }
}
