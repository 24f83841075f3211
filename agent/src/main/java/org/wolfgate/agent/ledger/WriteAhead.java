package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The write-ahead log beside the database: folds it back when it has grown, and counts every byte that went to storage.
 *
 * <p>Between two folds the log only grows, so its size is what was written.
 */
final class WriteAhead {

    /** A log of this size is folded back; it bounds the replay at the next start too. */
    private static final long FOLD_AT = 1 << 20;

    private static final int PAGE = 4096;

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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            boolean done = row.next() && row.getInt(1) == 0;
            if (done) {
                // A page that changed often is copied once; the log's size bounds the copy from above.
                folded += size + Math.min(size, pagesTouched(connection));
                written = folded + size();
            }
        } catch (SQLException e) {
            // What was committed is safe in the log; the next commit tries to fold again, and fails if it must.
        }
    }

    private long pagesTouched(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            return row.next() ? row.getLong(1) * PAGE : 0;
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
