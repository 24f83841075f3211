package org.wolfgate.agent.ledger;

import java.nio.file.FileStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.BootId;

/** The one connection that writes, used by one thread. */
final class LedgerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private final Connection connection;
    private final Path file;
    private final BootId boot;
    private WriterStatements statements;
    private final WriteAhead log;
    private final FileStore storage;
    private final LedgerReader reader;
    private final Heads heads;
    private volatile LongConsumer commitWatch = nanos -> {};
    private final Map<String, String> states;
    private boolean doubtful;
    private volatile Head head;
    private volatile StorageRoom room;

    /** The end of the chain. */
    private record Head(long seq, String hash) {}

    LedgerWriter(Connection connection, Path file, FileStore storage, BootId boot, LedgerReader reader, Heads heads)
            throws SQLException {
        this.connection = connection;
        this.file = file;
        this.boot = boot;
        this.statements = new WriterStatements(connection, boot);
        this.log = new WriteAhead(file);
        this.reader = reader;
        this.heads = heads;
        this.storage = storage;
        this.room = StorageRoom.on(storage);
        this.states = new HashMap<>(reader.states());
        this.head = headOf(reader);
    }

    private static Head headOf(LedgerReader reader) {
        return reader.last().map(last -> new Head(last.seq(), last.hash())).orElse(new Head(0, Chain.START));
    }

    long last() {
        return head.seq();
    }

    void watchCommits(LongConsumer tookNanos) {
        commitWatch = tookNanos;
    }

    String boot() {
        return boot.value();
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
            statements.replace(changed);
            statements.mark(mark);
            return inserted;
        });
        head = end;
        changed.forEach(this::keep);
        room = StorageRoom.on(storage);
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
                statements.mark(mark);
                return head;
            });
            statements.close();
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
            statements.begin();
            recover();
            Head end = work.run();
            statements.commit();
            commitWatch.accept(System.nanoTime() - start);
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
        try (Statement rollBack = connection.createStatement()) {
            rollBack.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself where the storage failed.
            why.addSuppressed(e);
        }
        try {
            // The driver throws a prepared statement away when it fails on the storage.
            statements.close();
            statements = new WriterStatements(connection, boot);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private Head insert(List<LedgerRecord> records) throws SQLException {
        Head end = head;
        for (LedgerRecord record : records) {
            Optional<Head> inserted = insertOnce(end, record);
            if (inserted.isPresent()) {
                end = inserted.get();
                Optional<LedgerRecord> signed = heads.after(end.seq(), end.hash(), record.at(), record.timeQuality());
                end = signed.isPresent() ? insert(end, signed.get()) : end;
            }
        }
        return end;
    }

    /** Whether a settlement record is there already the file itself tells; only then is it looked for. */
    private Optional<Head> insertOnce(Head end, LedgerRecord record) throws SQLException {
        try {
            return Optional.of(insert(end, record));
        } catch (SQLException e) {
            if (!Once.refused(e)) {
                throw e;
            }
            try (Once once = new Once(connection)) {
                Optional<LedgerRecord> instead = once.of(record);
                return instead.isPresent() ? Optional.of(insert(end, instead.get())) : Optional.empty();
            }
        }
    }

    private Head insert(Head end, LedgerRecord record) throws SQLException {
        long seq = end.seq() + 1;
        Head next = new Head(seq, Chain.next(end.hash(), seq, boot.value(), record));
        statements.insert(seq, next.hash(), record);
        return next;
    }
}
