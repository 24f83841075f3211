package org.wolfgate.agent.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Numbers outbox = new Numbers();
    private final Acknowledgements done = new Acknowledgements(0);

    @Test
    void aNewRecordWaitsForOneOldOneAtMostAndTheBacklogGoesOn() {
        outbox.last = 1000;
        Lanes lanes = new Lanes(outbox, done);
        assertEquals(List.of(1L, 2L, 3L), take(lanes, 3));
        outbox.last = 1003;
        assertEquals(List.of(1001L, 4L, 1002L, 5L, 1003L, 6L, 7L), take(lanes, 7));
        outbox.last = 1004;
        assertEquals(List.of(1004L, 8L), take(lanes, 2));
    }

    @Test
    void everyRecordIsSentOnceOnAConnection() {
        outbox.last = 300;
        Lanes lanes = new Lanes(outbox, done);
        List<Long> sent = new ArrayList<>(take(lanes, 100));
        outbox.last = 500;
        sent.addAll(take(lanes, 1000));
        assertEquals(
                LongStream.rangeClosed(1, 500).boxed().toList(),
                sent.stream().sorted().toList());
        assertEquals(Optional.empty(), lanes.next());
    }

    @Test
    void theNextConnectionSkipsNewRecordsThatHadOvertakenTheBacklog() {
        outbox.last = 10;
        done.add(1);
        done.add(2);
        done.add(8);
        done.add(9);
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L, 10L), take(new Lanes(outbox, done), 100));
    }

    private static List<Long> take(Lanes lanes, int most) {
        List<Long> taken = new ArrayList<>();
        for (Optional<OutboxRecord> next = lanes.next(); next.isPresent(); next = lanes.next()) {
            taken.add(next.get().seq());
            if (taken.size() == most) {
                break;
            }
        }
        return taken;
    }

    /** An outbox that holds every number up to its last. */
    private static final class Numbers implements OutboxSource {

        private long last;

        @Override
        public List<OutboxRecord> after(long seq, int limit) {
            return LongStream.rangeClosed(seq + 1, Math.min(last, seq + limit))
                    .mapToObj(n -> new OutboxRecord(n, "b", "interval", "k" + n, Instant.EPOCH, "HOLDOVER", "00", "{}"))
                    .toList();
        }

        @Override
        public long last() {
            return last;
        }

        @Override
        public long acknowledged() {
            return 0;
        }

        @Override
        public void acknowledge(long seq) {
            throw new UnsupportedOperationException("lanes acknowledge nothing");
        }
    }
}
