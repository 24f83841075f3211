package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The records that a host without acknowledgements has still to be told: what was written while it was not there, and
 * then whatever is new.
 *
 * <p>What went out at QoS 0 may be lost with the connection, so the mark follows only after the connection has stood for
 * a while. After a loss some are sent twice; a historian knows a value by its time.
 */
final class BackFill {

    private static final int READ_AHEAD = 64;

    private final OutboxSource source;
    private final long settleNanos;
    private final ArrayDeque<OutboxRecord> ahead = new ArrayDeque<>();
    private long mark;
    private long border;
    private long read;
    private long pending;
    private long pendingSince;

    BackFill(OutboxSource source, long mark, Duration settle) {
        this.source = source;
        this.mark = mark;
        this.settleNanos = settle.toNanos();
    }

    /** Every record up to here was sent, and had time to arrive. */
    long mark() {
        return mark;
    }

    /** The host is there from now on: what is in the ledger already is history. */
    void begin(long nanos) {
        border = source.last();
        ahead.clear();
        read = mark;
        pending = mark;
        pendingSince = nanos;
    }

    boolean isHistory(OutboxRecord record) {
        return record.seq() <= border;
    }

    /** The next one, oldest first. */
    Optional<OutboxRecord> next() {
        if (ahead.isEmpty() && read < source.last()) {
            ahead.addAll(source.after(read, READ_AHEAD));
        }
        Optional<OutboxRecord> next = Optional.ofNullable(ahead.poll());
        next.ifPresent(record -> read = record.seq());
        return next;
    }

    /** Moves the mark to what was sent long enough ago; to be called while the connection stands. */
    void settle(long nanos) {
        if (nanos - pendingSince > settleNanos) {
            mark = Math.max(mark, pending);
            pending = read;
            pendingSince = nanos;
        }
    }
}
