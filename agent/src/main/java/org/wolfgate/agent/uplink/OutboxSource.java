package org.wolfgate.agent.uplink;

import java.util.List;

/** Where durable records come from. Called on the uplink's own thread; whatever it throws costs one connection. */
public interface OutboxSource {

    /** The records after a sequence number, oldest first, at most {@code limit}. */
    List<OutboxRecord> after(long seq, int limit);

    /** What goes out ahead of a record, at least once as well, to those who may not read records. */
    default List<OutboxCopy> copies(OutboxRecord record) {
        return List.of();
    }

    /** The sequence number of the last record; 0 when there is none. Asked often, so it must be cheap. */
    long last();

    /** The mark: every record up to here was acknowledged before. */
    long acknowledged();

    /** Every record up to {@code seq} has now been acknowledged by the broker. */
    void acknowledge(long seq);
}
