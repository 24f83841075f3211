package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.uplink.SequenceRange;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/**
 * The ISO's copy of a substation's records. The line delivers each at least once; the sequence number makes it exactly
 * once, and a gap in the numbers is a record still missing.
 */
public final class UpstreamCopy {

    private final TreeMap<Long, Entry> bySequence = new TreeMap<>();
    private long repetitions;

    /**
     * A record as it arrived.
     *
     * @param hash its link in the substation's chain
     * @param body its content
     */
    public record Entry(long sequence, String kind, String key, String hash, JsonNode body) {}

    /**
     * Takes a record's message.
     *
     * @return the record if it is new
     * @throws MessageException if it is no record
     * @throws IllegalStateException if it contradicts the one that had its number before
     */
    public synchronized Optional<Entry> accept(byte[] payload) throws MessageException {
        JsonNode json = Json.read(payload);
        Entry entry = new Entry(
                json.path("seq").asLong(),
                json.path("kind").asText(),
                json.path("key").asText(),
                json.path("hash").asText(),
                json.path("body"));
        Entry known = bySequence.putIfAbsent(entry.sequence(), entry);
        if (known == null) {
            return Optional.of(entry);
        }
        repetitions++;
        if (!known.hash().equals(entry.hash())) {
            throw new IllegalStateException("record " + entry.sequence() + " came twice with different content");
        }
        return Optional.empty();
    }

    /** All records so far, in sequence. */
    public synchronized List<Entry> entries() {
        return List.copyOf(bySequence.values());
    }

    /** How often a record came again. */
    public synchronized long repetitions() {
        return repetitions;
    }

    /** The first numbers that are missing below one that has arrived: what to ask for again. */
    public synchronized Optional<SequenceRange> missing() {
        long complete = complete();
        Long next = bySequence.higherKey(complete + 1);
        return next == null ? Optional.empty() : Optional.of(new SequenceRange(complete + 1, next - 1));
    }

    /** Every record up to here has arrived. */
    public synchronized long complete() {
        long expected = 0;
        for (long sequence : bySequence.keySet()) {
            if (sequence != expected + 1) {
                break;
            }
            expected = sequence;
        }
        return expected;
    }
}
