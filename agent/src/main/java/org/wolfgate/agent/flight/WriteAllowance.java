package org.wolfgate.agent.flight;

/**
 * What may still be written: a day's worth at most, filled up evenly over the day. What is worth least is left out first,
 * so that something is left for an order.
 */
final class WriteAllowance {

    private static final double DAY_NANOS = 86_400e9;

    private final double perDay;
    private double left;
    private long filledAt;

    WriteAllowance(long bytesPerDay, long nanos) {
        this.perDay = bytesPerDay;
        this.left = bytesPerDay;
        this.filledAt = nanos;
    }

    /** Whether there is room for something of this worth. */
    boolean allows(Worth worth, long nanos) {
        left = Math.min(perDay, left + (nanos - filledAt) / DAY_NANOS * perDay);
        filledAt = nanos;
        return left > worth.reserve() * perDay;
    }

    void written(long bytes) {
        left -= bytes;
    }
}
