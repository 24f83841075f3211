package org.wolfgate.agent.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.wolfgate.agent.clock.BootId;

/** The writer's statements, prepared once: to prepare them anew for each commit took a quarter of its time. */
final class WriterStatements implements AutoCloseable {

    private static final String INSERT =
            "INSERT INTO record (seq, boot, kind, key, at, time_quality, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STATE =
            "INSERT INTO state (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body";
    private static final String GONE = "DELETE FROM state WHERE name = ?";
    private static final String MARK = "UPDATE mark SET seq = ? WHERE name = 'acknowledged' AND seq < ?";

    private final BootId boot;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement insert;
    private final PreparedStatement state;
    private final PreparedStatement gone;
    private final PreparedStatement mark;

    WriterStatements(Connection connection, BootId boot) throws SQLException {
        this.boot = boot;
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
        this.insert = connection.prepareStatement(INSERT);
        this.state = connection.prepareStatement(STATE);
        this.gone = connection.prepareStatement(GONE);
        this.mark = connection.prepareStatement(MARK);
    }

    void begin() throws SQLException {
        begin.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    void insert(long seq, String hash, LedgerRecord record) throws SQLException {
        insert.setLong(1, seq);
        insert.setString(2, boot.value());
        insert.setString(3, record.kind());
        insert.setString(4, record.key());
        insert.setLong(5, record.at().toEpochMilli());
        insert.setString(6, record.timeQuality().name());
        insert.setString(7, record.body());
        insert.setBytes(8, Chain.bytes(hash));
        insert.executeUpdate();
    }

    void replace(Map<String, String> changed) throws SQLException {
        for (Map.Entry<String, String> entry : changed.entrySet()) {
            if (entry.getValue().isEmpty()) {
                gone.setString(1, entry.getKey());
                gone.executeUpdate();
            } else {
                state.setString(1, entry.getKey());
                state.setBytes(2, Packed.of(entry.getValue()));
                state.executeUpdate();
            }
        }
    }

    void mark(long seq) throws SQLException {
        mark.setLong(1, seq);
        mark.setLong(2, seq);
        mark.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : new PreparedStatement[] {begin, commit, insert, state, gone, mark}) {
            statement.close();
        }
    }
}
