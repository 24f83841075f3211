package org.wolfgate.agent.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How long commits took, as a histogram: an average would hide the card that stalls now and then. */
public final class CommitTimes {

    private static final List<Long> BOUNDS_MILLIS = List.of(1L, 3L, 10L, 30L, 100L, 300L, 1000L, 3000L, 10_000L);

    private final AtomicLongArray counts = new AtomicLongArray(BOUNDS_MILLIS.size() + 1);
    private final LongAdder nanos = new LongAdder();

    /**
     * One bucket.
     *
     * @param upToMillis its upper bound; {@link Long#MAX_VALUE} for the last
     * @param count commits that took no longer, those of the smaller buckets included
     */
    public record Bucket(long upToMillis, long count) {}

    void add(long tookNanos) {
        nanos.add(tookNanos);
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.size() && tookNanos > TimeUnit.MILLISECONDS.toNanos(BOUNDS_MILLIS.get(bucket))) {
            bucket++;
        }
        counts.incrementAndGet(bucket);
    }

    /** Cumulative, the last with every commit. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < counts.length(); i++) {
            total += counts.get(i);
            buckets.add(new Bucket(i < BOUNDS_MILLIS.size() ? BOUNDS_MILLIS.get(i) : Long.MAX_VALUE, total));
        }
        return buckets;
    }

    /** All of them together, in nanoseconds. */
    public long totalNanos() {
        return nanos.sum();
    }
}
