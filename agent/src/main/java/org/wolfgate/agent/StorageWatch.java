package org.wolfgate.agent;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.ledger.StorageRoom;

/** Says on the record, once for each change, what is given up as the storage fills, and when there is room again. */
final class StorageWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StorageWatch.class);

    private StorageRoom told = StorageRoom.AMPLE;

    /** What to put on record now, if the room is not what was last said. */
    Optional<Note> look(StorageRoom room, Instant now) {
        if (room == told) {
            return Optional.empty();
        }
        told = room;
        if (room == StorageRoom.AMPLE) {
            LOG.info("storage: there is room again; {}", room.means());
        } else {
            LOG.warn("storage is {}: {}; free space on the ledger's disk", room, room.means());
        }
        return Optional.of(new Note(now, "storage room", room + ": " + room.means()));
    }
}
