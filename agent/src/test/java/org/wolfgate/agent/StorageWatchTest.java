package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.ledger.StorageRoom;

class StorageWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void eachChangeOfLevelIsOnRecordOnceWithWhatIsGivenUp() {
        StorageWatch watch = new StorageWatch();
        assertEquals(Optional.empty(), watch.look(StorageRoom.AMPLE, NOON));
        assertEquals(
                Optional.of(new Note(NOON, "storage room", "LOW: acknowledged records leave after 7 days")),
                watch.look(StorageRoom.LOW, NOON));
        assertEquals(Optional.empty(), watch.look(StorageRoom.LOW, NOON));
        assertEquals(
                Optional.of(
                        "CRITICAL: acknowledged records leave at once; the open intervals are stored only with records"),
                watch.look(StorageRoom.CRITICAL, NOON).map(Note::detail));
        assertEquals(
                Optional.of("AMPLE: acknowledged records stay for 60 days"),
                watch.look(StorageRoom.AMPLE, NOON).map(Note::detail));
    }
}
