package org.wolfgate.agent.uplink;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The order in which one connection sends records: new ones at once, old ones in between.
 *
 * <p>What was in the ledger when the connection came up is the backlog. While there is any, every second record sent is
 * from the backlog, so a new record waits for one other at most and the backlog still shrinks under load.
 */
final class Lanes {

    private static final int READ_AHEAD = 64;

    private final OutboxSource source;
    private final Acknowledgements done;
    private final Lane backlog;
    private final Lane live;
    private boolean liveWasLast;

    /** Lanes for a connection that comes up now. */
    Lanes(OutboxSource source, Acknowledgements done) {
        this.source = source;
        this.done = done;
        long border = source.last();
        this.backlog = new Lane(done.mark(), border);
        this.live = new Lane(border, Long.MAX_VALUE);
    }

    /** The record to send next; each record is returned once. */
    Optional<OutboxRecord> next() {
        Lane first = liveWasLast ? backlog : live;
        Lane second = liveWasLast ? live : backlog;
        Optional<OutboxRecord> found = first.poll();
        if (found.isPresent()) {
            liveWasLast = first == live;
            return found;
        }
        found = second.poll();
        liveWasLast = found.isPresent() && second == live;
        return found;
    }

    private final class Lane {

        private final ArrayDeque<OutboxRecord> ahead = new ArrayDeque<>();
        private final long end;
        private long read;

        /** The records above {@code start} up to {@code end}. */
        Lane(long start, long end) {
            this.read = start;
            this.end = end;
        }

        Optional<OutboxRecord> poll() {
            while (true) {
                if (ahead.isEmpty() && !refill()) {
                    return Optional.empty();
                }
                OutboxRecord record = ahead.remove();
                // Acknowledged over an earlier connection, after newer ones had overtaken it.
                if (!done.contains(record.seq())) {
                    return Optional.of(record);
                }
            }
        }

        private boolean refill() {
            if (read >= Math.min(end, source.last())) {
                return false;
            }
            for (OutboxRecord record : source.after(read, READ_AHEAD)) {
                if (record.seq() <= end) {
                    ahead.add(record);
                    read = record.seq();
                }
            }
            return !ahead.isEmpty();
        }
    }
}
