package org.wolfgate.agent.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The order in which one connection sends records: new ones at once, old ones in between.
 *
 * <p>What was in the ledger when the connection came up is the backlog. While there is any, every second record sent is
 * from the backlog, so a new record waits for one other at most and the backlog still shrinks under load. What the ISO
 * asked for again comes after the backlog, in its place.
 */
final class Lanes {

    private static final int READ_AHEAD = 64;

    private final OutboxSource source;
    private final Acknowledgements done;
    private final Lane backlog;
    private final Lane live;
    private final Deque<Lane> again = new ArrayDeque<>();
    private boolean liveWasLast;

    /** Lanes for a connection that comes up now. */
    Lanes(OutboxSource source, Acknowledgements done) {
        this.source = source;
        this.done = done;
        long border = source.last();
        this.backlog = new Lane(done.mark(), border, false);
        this.live = new Lane(border, Long.MAX_VALUE, false);
    }

    /** Sends a range once more, whether it was acknowledged or not. */
    void again(SequenceRange range) {
        again.add(new Lane(range.first() - 1, range.last(), true));
    }

    /** The record to send next; each record is returned once, and once more for each time it was asked for again. */
    Optional<OutboxRecord> next() {
        if (liveWasLast) {
            Optional<OutboxRecord> old = old();
            liveWasLast = old.isEmpty() && live.hasNext();
            return old.isPresent() ? old : live.poll();
        }
        Optional<OutboxRecord> found = live.poll();
        liveWasLast = found.isPresent();
        return found.isPresent() ? found : old();
    }

    private Optional<OutboxRecord> old() {
        Optional<OutboxRecord> found = backlog.poll();
        while (found.isEmpty() && !again.isEmpty()) {
            found = again.element().poll();
            if (found.isEmpty()) {
                again.remove();
            }
        }
        return found;
    }

    private final class Lane {

        private final ArrayDeque<OutboxRecord> ahead = new ArrayDeque<>();
        private final long end;
        private final boolean repeating;
        private long read;

        /** The records above {@code start} up to {@code end}. */
        Lane(long start, long end, boolean repeating) {
            this.read = start;
            this.end = end;
            this.repeating = repeating;
        }

        boolean hasNext() {
            return !ahead.isEmpty() || refill();
        }

        Optional<OutboxRecord> poll() {
            while (true) {
                if (ahead.isEmpty() && !refill()) {
                    return Optional.empty();
                }
                OutboxRecord record = ahead.remove();
                // Acknowledged over an earlier connection, after newer ones had overtaken it.
                if (repeating || !done.contains(record.seq())) {
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
