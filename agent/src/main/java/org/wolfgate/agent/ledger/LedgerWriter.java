package org.wolfgate.agent.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.BootId;

/** The one connection that writes, used by one thread. */
final class LedgerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final String INSERT =
            "INSERT INTO record (seq, boot, kind, key, at, time_quality, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STATE =
            "INSERT INTO state (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body";
    private static final String STATE_GONE = "DELETE FROM state WHERE name = ?";
    private static final String MARK = "UPDATE mark SET seq = ? WHERE name = 'acknowledged' AND seq < ?";

    private final Connection connection;
    private final Path file;
    private final BootId boot;
    private final WriteAhead log;
    private final LedgerReader reader;
    private final Heads heads;
    private final CommitTimes times = new CommitTimes();
    private final Map<String, String> states;
    private boolean doubtful;
    private volatile Head head;
    private volatile StorageRoom room;

    /** The end of the chain. */
    private record Head(long seq, String hash) {}

    LedgerWriter(Connection connection, Path file, BootId boot, LedgerReader reader, Heads heads) {
        this.connection = connection;
        this.file = file;
        this.boot = boot;
        this.log = new WriteAhead(file);
        this.reader = reader;
        this.heads = heads;
        this.room = StorageRoom.around(file);
        this.states = new HashMap<>(reader.states());
        this.head = headOf(reader);
    }

    private static Head headOf(LedgerReader reader) {
        return reader.last().map(last -> new Head(last.seq(), last.hash())).orElse(new Head(0, Chain.START));
    }

    long last() {
        return head.seq();
    }

    CommitTimes commitTimes() {
        return times;
    }

    StorageRoom room() {
        return room;
    }

    long bytesWritten() {
        return log.bytesWritten();
    }

    long append(List<LedgerRecord> records, Map<String, String> state, long mark) {
        Map<String, String> changed = new HashMap<>(state);
        changed.entrySet().removeAll(states.entrySet());
        if (records.isEmpty() && changed.isEmpty()) {
            return head.seq();
        }
        String doing = "writing " + records.size() + " records and " + changed.size() + " states to";
        Head end = commit(doing, () -> {
            Head inserted = insert(records);
            replace(changed);
            mark(mark);
            return inserted;
        });
        head = end;
        changed.forEach(this::keep);
        if (log.afterCommit(connection)) {
            retain(records);
        }
        return end.seq();
    }

    private void keep(String name, String body) {
        if (body.isEmpty()) {
            states.remove(name);
        } else {
            states.put(name, body);
        }
    }

    /** Whenever the log was folded back: lets leave what has been kept long enough for the room there is. */
    private void retain(List<LedgerRecord> newest) {
        room = StorageRoom.around(file);
        if (newest.isEmpty()) {
            return;
        }
        Instant before = newest.get(newest.size() - 1).at().minus(room.keep());
        try {
            commit("letting old records leave", () -> {
                Retention.apply(connection, reader.anchor(), head.seq(), before);
                return head;
            });
        } catch (LedgerException e) {
            LOG.warn("{}; it is tried again", e.getMessage());
        }
    }

    void close(long mark) {
        try {
            if (connection.isClosed()) {
                return;
            }
            commit("closing", () -> {
                mark(mark);
                return head;
            });
            log.fold(connection);
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of("closing", file, e);
        }
    }

    @FunctionalInterface
    private interface Work {
        Head run() throws SQLException;
    }

    private Head commit(String doing, Work work) {
        long start = System.nanoTime();
        try {
            execute("BEGIN IMMEDIATE");
            recover();
            Head end = work.run();
            execute("COMMIT");
            times.add(System.nanoTime() - start);
            return end;
        } catch (SQLException e) {
            rollBack(e);
            throw Trouble.of(doing, file, e);
        }
    }

    // Whether a commit that failed half-way took effect is for the file to say, not for our memory.
    private void recover() {
        if (doubtful) {
            head = headOf(reader);
            doubtful = false;
        }
    }

    private void rollBack(SQLException why) {
        doubtful = true;
        states.clear();
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself where the storage failed.
            why.addSuppressed(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Head insert(List<LedgerRecord> records) throws SQLException {
        Head end = head;
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                Once once = new Once(connection)) {
            for (LedgerRecord wanted : records) {
                Optional<LedgerRecord> record = once.of(wanted);
                if (record.isPresent()) {
                    end = insert(insert, end, record.get());
                    Optional<LedgerRecord> signed =
                            heads.after(end.seq(), end.hash(), wanted.at(), wanted.timeQuality());
                    end = signed.isPresent() ? insert(insert, end, signed.get()) : end;
                }
            }
        }
        return end;
    }

    private Head insert(PreparedStatement insert, Head end, LedgerRecord record) throws SQLException {
        long seq = end.seq() + 1;
        Head next = new Head(seq, Chain.next(end.hash(), seq, boot.value(), record));
        bind(insert, next, record);
        insert.executeUpdate();
        return next;
    }

    private void bind(PreparedStatement insert, Head place, LedgerRecord record) throws SQLException {
        insert.setLong(1, place.seq());
        insert.setString(2, boot.value());
        insert.setString(3, record.kind());
        insert.setString(4, record.key());
        insert.setLong(5, record.at().toEpochMilli());
        insert.setString(6, record.timeQuality().name());
        insert.setString(7, record.body());
        insert.setBytes(8, Chain.bytes(place.hash()));
    }

    private void replace(Map<String, String> changed) throws SQLException {
        try (PreparedStatement replace = connection.prepareStatement(STATE);
                PreparedStatement remove = connection.prepareStatement(STATE_GONE)) {
            for (Map.Entry<String, String> entry : changed.entrySet()) {
                PreparedStatement doing = entry.getValue().isEmpty() ? remove : replace;
                doing.setString(1, entry.getKey());
                if (doing == replace) {
                    doing.setBytes(2, Packed.of(entry.getValue()));
                }
                doing.executeUpdate();
            }
        }
    }

    private void mark(long seq) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MARK)) {
            update.setLong(1, seq);
            update.setLong(2, seq);
            update.executeUpdate();
        }
    }
}
