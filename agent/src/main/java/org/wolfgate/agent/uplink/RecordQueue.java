package org.wolfgate.agent.uplink;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes out next of the records: in the order of the {@link Lanes}, each after its copies, and none that the broker
 * would not take. Any thread may ask for a range; all else is for the connection's own.
 */
final class RecordQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RecordQueue.class);

    /** Fixed header, packet id, properties: more than they ever take. */
    private static final int PACKET_OVERHEAD = 64;

    private static final int MOST_RANGES = 16;

    private final UplinkSettings settings;
    private final Station station;
    private final OutboxSource source;
    private final Acknowledgements done;
    private final Queue<SequenceRange> askedAgain = new ConcurrentLinkedQueue<>();
    private final Set<Long> tooLarge = ConcurrentHashMap.newKeySet();
    private final Queue<Outgoing> ahead = new ArrayDeque<>();
    private Lanes lanes;

    /**
     * Something to publish now.
     *
     * @param tag number of the record, or {@link Wire#FOR_OTHERS} for a copy
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outgoing(String topic, byte[] payload, long tag) {

        private long size() {
            return (long) payload.length + topic.length() + PACKET_OVERHEAD;
        }
    }

    RecordQueue(UplinkSettings settings, Station station, OutboxSource source, Acknowledgements done) {
        this.settings = settings;
        this.station = station;
        this.source = source;
        this.done = done;
        this.lanes = new Lanes(source, done);
    }

    /** A connection came up: what the last one had sent and not heard of is sent anew. */
    void opened() {
        lanes = new Lanes(source, done);
        tooLarge.clear();
        ahead.clear();
    }

    void again(SequenceRange range) {
        if (askedAgain.size() < MOST_RANGES) {
            askedAgain.add(range);
        }
    }

    int tooLarge() {
        return tooLarge.size();
    }

    /**
     * What to publish next; empty if nothing waits.
     *
     * @param most bytes of a packet that the broker takes
     */
    Optional<Outgoing> next(long most) {
        for (SequenceRange range = askedAgain.poll(); range != null; range = askedAgain.poll()) {
            lanes.again(range);
        }
        while (ahead.isEmpty()) {
            Optional<OutboxRecord> record = lanes.next();
            if (record.isEmpty()) {
                return Optional.empty();
            }
            prepare(record.get(), most);
        }
        return Optional.of(ahead.remove());
    }

    /**
     * A record goes out after its copies. A broker acknowledges in the order of arrival (MQTT 5.0, 4.6), so the record's
     * acknowledgement says that it has the copies as well; without it, all are sent again.
     */
    private void prepare(OutboxRecord record, long most) {
        for (OutboxCopy copy : source.copies(record)) {
            ahead.add(new Outgoing(settings.topicRoot() + "/" + copy.topicSuffix(), copy.payload(), Wire.FOR_OTHERS));
        }
        ahead.add(new Outgoing(
                settings.topicRoot() + "/record/" + record.kind(), Envelope.record(station, record), record.seq()));
        ahead.removeIf(outgoing -> {
            boolean large = outgoing.size() > most;
            if (large && outgoing.tag() != Wire.FOR_OTHERS) {
                setAside(record, outgoing.payload().length, most);
            }
            return large;
        });
    }

    /** Sent anyway it would end the connection, each time anew, and nothing behind it would ever arrive. */
    private void setAside(OutboxRecord record, int size, long most) {
        if (tooLarge.add(record.seq())) {
            LOG.warn(
                    "uplink {}: record {} ({} {}) has {} bytes, the broker takes packets of {}; it stays in the ledger"
                            + " unacknowledged until the broker takes more",
                    settings.clientId(),
                    record.seq(),
                    record.kind(),
                    record.key(),
                    size,
                    most);
        }
    }
}
