package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.wolfgate.agent.clock.TimeQuality;

/** Reads a ledger, also while its agent writes; any thread may call. Every method throws {@link LedgerException}. */
public final class LedgerReader implements AutoCloseable {

    private static final String COLUMNS = "seq, boot, kind, key, at, time_quality, body, hash";

    private final Connection connection;
    private final Path file;
    private final int version;

    /** @param version of the file's layout; an older one is read as it is */
    LedgerReader(Connection connection, Path file, int version) {
        this.connection = connection;
        this.file = file;
        this.version = version;
    }

    /** The records after a sequence number, oldest first, at most {@code limit}. */
    public List<StoredRecord> after(long seq, int limit) {
        return records("SELECT " + COLUMNS + " FROM record WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit);
    }

    /** The last record; empty in a new ledger. */
    public Optional<StoredRecord> last() {
        return records("SELECT " + COLUMNS + " FROM record ORDER BY seq DESC LIMIT 1").stream()
                .findFirst();
    }

    /** Every record of one kind and key, oldest first: the versions of an interval, the steps of an order. */
    public List<StoredRecord> find(String kind, String key) {
        return records("SELECT " + COLUMNS + " FROM record WHERE " + Once.SAME + " ORDER BY seq", kind, key, key, key);
    }

    /** Every record of one kind, oldest first; for kinds of which there are few. */
    public List<StoredRecord> all(String kind) {
        return records("SELECT " + COLUMNS + " FROM record WHERE kind = ? ORDER BY seq", kind);
    }

    /**
     * The records of one kind and node whose intervals start in a span of time, in the order of their starts.
     *
     * @param from first start, as the keys have it
     * @param to left out
     */
    public List<StoredRecord> intervals(String kind, String node, String from, String to) {
        // The index is by what stands behind the node, so the times must be named by themselves.
        String start = "substr(key, instr(key, '/') + 1)";
        return records(
                "SELECT " + COLUMNS + " FROM record WHERE kind = ? AND " + start + " >= ? AND " + start
                        + " < ? AND key >= ? AND key < ? ORDER BY " + start + ", key, seq",
                kind,
                from,
                to,
                node + "/" + from,
                node + "/" + to);
    }

    /**
     * Hands over the bodies of one kind in the order in which they were written, as UTF-8 and one at a time, so that a month
     * need not fit into memory. Other calls wait until the last one is taken.
     *
     * @param after number of the record before the first
     * @param until number of the last
     */
    public void scan(String kind, long after, long until, Consumer<byte[]> taker) {
        // The plus keeps SQLite on the table itself, from end to end; by the index it would jump for each record.
        String sql = "SELECT body FROM record WHERE seq > ? AND seq <= ? AND +kind = ?";
        Rows<Boolean> each = rows -> {
            while (rows.next()) {
                taker.accept(rows.getBytes(1));
            }
            return true;
        };
        var unused = query(sql, each, after, until, kind);
    }

    /** The mark in the file; the running agent's own may be ahead of it, see {@link Ledger#acknowledge}. */
    public long acknowledged() {
        return query(
                "SELECT seq FROM mark WHERE name = 'acknowledged'", rows -> rows.next() ? rows.getLong("seq") : 0L);
    }

    /** What waits above the mark in the file. */
    public OutboxDepth depth() {
        return depth(acknowledged());
    }

    OutboxDepth depth(long mark) {
        long count = last().map(StoredRecord::seq).orElse(0L) - mark;
        return new OutboxDepth(
                Math.max(0, count),
                after(mark, 1).stream().map(StoredRecord::at).findFirst());
    }

    /** A state by its name, as last replaced. */
    public Optional<String> state(String name) {
        return Optional.ofNullable(states().get(name));
    }

    /** Every state by its name. */
    public Map<String, String> states() {
        return query("SELECT name, body FROM state ORDER BY name", rows -> {
            Map<String, String> all = new LinkedHashMap<>();
            while (rows.next()) {
                all.put(rows.getString("name"), unpacked(rows.getObject("body")));
            }
            return all;
        });
    }

    /** Walks the whole chain from the first record that is kept, a page at a time. */
    public LedgerCheck verify() {
        return Verification.walk(anchor(), seq -> after(seq, 1000));
    }

    /** The runs that wrote the latest records, at most so many records back. */
    public Set<String> boots(int records) {
        String sql = "SELECT DISTINCT boot FROM (SELECT boot FROM record ORDER BY seq DESC LIMIT ?)";
        Rows<Set<String>> all = rows -> {
            Set<String> boots = new HashSet<>();
            while (rows.next()) {
                boots.add(rows.getString(1));
            }
            return boots;
        };
        return query(sql, all, records);
    }

    /** How much room the storage has now. */
    public StorageRoom room() {
        return StorageRoom.around(file);
    }

    /** By how much the stamps of earlier records move, as later records state it. */
    public Rebases rebases() {
        return query(Rebases.QUERY, Rebases::read);
    }

    /** The number of the first record that is kept; 1 until records leave by their age. */
    public long first() {
        return anchor().seq() + 1;
    }

    Anchor anchor() {
        if (version < 2) {
            return Anchor.START;
        }
        return query(
                "SELECT seq, hash FROM anchor WHERE name = 'start'",
                rows -> rows.next()
                        ? new Anchor(rows.getLong("seq"), HexFormat.of().formatHex(rows.getBytes("hash")))
                        : Anchor.START);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of("closing", file, e);
        }
    }

    private List<StoredRecord> records(String sql, Object... arguments) {
        return query(
                sql,
                rows -> {
                    List<StoredRecord> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(record(rows));
                    }
                    return found;
                },
                arguments);
    }

    private static String unpacked(Object body) throws SQLException {
        try {
            return Packed.text(body);
        } catch (IOException e) {
            throw new SQLException("a state is damaged: " + e.getMessage(), e);
        }
    }

    private static StoredRecord record(ResultSet row) throws SQLException {
        LedgerRecord record = new LedgerRecord(
                row.getString("kind"),
                row.getString("key"),
                Instant.ofEpochMilli(row.getLong("at")),
                TimeQuality.valueOf(row.getString("time_quality")),
                row.getString("body"));
        String hash = HexFormat.of().formatHex(row.getBytes("hash"));
        return new StoredRecord(row.getLong("seq"), row.getString("boot"), record, hash);
    }

    @FunctionalInterface
    private interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private synchronized <T> T query(String sql, Rows<T> reader, Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw Trouble.of("reading", file, e);
        }
    }
}
