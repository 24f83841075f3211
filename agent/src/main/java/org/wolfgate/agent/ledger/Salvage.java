package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a sound ledger of a damaged one: everything up to the first record that does not fit goes into a new directory,
 * number by number and hash by hash. The damaged file is only read.
 */
public final class Salvage {

    private static final int PAGE = 500;
    private static final String INSERT =
            "INSERT INTO record (seq, boot, kind, key, at, time_quality, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /**
     * What came of it.
     *
     * @param kept number of the last record taken over
     * @param lost records that can still be read and do not fit the chain, in their order
     * @param unreadable what the storage said where it could not be read on
     */
    public record Outcome(long kept, List<StoredRecord> lost, Optional<String> unreadable) {}

    private final LedgerReader from;
    private final List<StoredRecord> sound = new ArrayList<>();
    private final List<StoredRecord> lost = new ArrayList<>();
    private Optional<String> unreadable = Optional.empty();

    private Salvage(LedgerReader from) {
        this.from = from;
    }

    /**
     * Copies what is sound.
     *
     * @param damaged directory of the damaged ledger; its agent must not run
     * @param into directory of the new one, which must not hold a ledger yet
     */
    public static Outcome run(Path damaged, Path into) {
        Path file = into.resolve(Database.FILE);
        if (Files.exists(file)) {
            throw new LedgerException(
                    "repairing into " + into + ": there is a ledger already; name an empty directory");
        }
        try (LedgerReader from = Ledger.openReadOnly(damaged)) {
            Salvage salvage = new Salvage(from);
            salvage.read();
            salvage.write(into, file);
            return new Outcome(salvage.end(), salvage.lost, salvage.unreadable);
        }
    }

    private long end() {
        return sound.isEmpty()
                ? from.anchor().seq()
                : sound.get(sound.size() - 1).seq();
    }

    private void read() {
        long seq = from.anchor().seq();
        String hash = from.anchor().hash();
        try {
            for (List<StoredRecord> page = from.after(seq, PAGE); !page.isEmpty(); page = from.after(seq, PAGE)) {
                for (StoredRecord stored : page) {
                    boolean fits = lost.isEmpty()
                            && stored.seq() == seq + 1
                            && Chain.next(hash, stored.seq(), stored.boot(), stored.record())
                                    .equals(stored.hash());
                    (fits ? sound : lost).add(stored);
                    seq = stored.seq();
                    hash = stored.hash();
                }
            }
        } catch (LedgerException e) {
            unreadable = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void write(Path into, Path file) {
        try {
            Database.makeDirectory(into);
            try (Connection connection = Database.writer(file)) {
                Schema.migrate(connection, file);
                connection.setAutoCommit(false);
                anchor(connection);
                records(connection);
                states(connection);
                connection.commit();
            }
        } catch (SQLException e) {
            throw Trouble.of("repairing into", file, e);
        } catch (IOException e) {
            throw new LedgerException("repairing into " + file + ": " + e + "; check that it can be written", e);
        }
    }

    private void anchor(Connection connection) throws SQLException {
        long mark = Math.min(readable(from::acknowledged, 0L), end());
        try (PreparedStatement acknowledged = connection.prepareStatement("UPDATE mark SET seq = ?");
                PreparedStatement start = connection.prepareStatement("UPDATE anchor SET seq = ?, hash = ?")) {
            acknowledged.setLong(1, Math.max(mark, from.anchor().seq()));
            acknowledged.executeUpdate();
            start.setLong(1, from.anchor().seq());
            start.setBytes(2, Chain.bytes(from.anchor().hash()));
            start.executeUpdate();
        }
    }

    private void records(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (StoredRecord stored : sound) {
                insert.setLong(1, stored.seq());
                insert.setString(2, stored.boot());
                insert.setString(3, stored.record().kind());
                insert.setString(4, stored.record().key());
                insert.setLong(5, stored.at().toEpochMilli());
                insert.setString(6, stored.record().timeQuality().name());
                insert.setString(7, stored.record().body());
                insert.setBytes(8, Chain.bytes(stored.hash()));
                insert.executeUpdate();
            }
        }
    }

    private void states(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO state VALUES (?, ?)")) {
            for (Map.Entry<String, String> state :
                    readable(from::states, Map.<String, String>of()).entrySet()) {
                insert.setString(1, state.getKey());
                insert.setString(2, state.getValue());
                insert.executeUpdate();
            }
        }
    }

    private <T> T readable(Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (LedgerException e) {
            unreadable = Optional.of(String.valueOf(e.getMessage()));
            return otherwise;
        }
    }
}
