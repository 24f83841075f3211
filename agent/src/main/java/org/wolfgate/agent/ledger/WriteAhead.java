package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * The write-ahead log beside the database: folds it back when it has grown, and counts every byte that went to storage.
 *
 * <p>Between two folds the log only grows, so its size is what was written.
 */
final class WriteAhead {

    /** A log of this size is folded back; it bounds the replay at the next start too. */
    private static final long FOLD_AT = 2 << 20;

    private static final int PAGE = 4096;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final Path log;
    private long folded;
    private volatile long written;

    WriteAhead(Path database) {
        this.log = database.resolveSibling(database.getFileName() + "-wal");
    }

    /** Bytes given to storage since the ledger was opened, log and database pages; never less than the truth. */
    long bytesWritten() {
        return written;
    }

    /** To be called after each commit; tells whether the log was due to be folded back. */
    boolean afterCommit(Connection connection) {
        long size = size();
        written = folded + size;
        if (size >= FOLD_AT) {
            fold(connection);
            return true;
        }
        return false;
    }

    /** Copies the log into the database and empties it; leaves it for later while someone reads or the disk is full. */
    void fold(Connection connection) {
        long size = size();
        long copied = distinctPages(size) * PAGE;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            boolean done = row.next() && row.getInt(1) == 0;
            if (done) {
                folded += size + copied;
                written = folded + size();
            }
        } catch (SQLException e) {
            // What was committed is safe in the log; the next commit tries to fold again, and fails if it must.
        }
    }

    /** A page that changed often is copied once. A frame of the log begins with its page's number (fileformat2.html). */
    private long distinctPages(long size) {
        Set<Integer> pages = new HashSet<>();
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            for (long frame = LOG_HEADER; frame + FRAME_HEADER + PAGE <= size; frame += FRAME_HEADER + PAGE) {
                channel.read(number.clear(), frame);
                pages.add(number.flip().getInt());
            }
            return pages.size();
        } catch (IOException | BufferUnderflowException e) {
            return size / PAGE;
        }
    }

    private long size() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
