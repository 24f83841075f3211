package org.wolfgate.agent.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The rule by which what settles is counted once. The other kinds tell what happened, and the same may happen twice: an
 * order's step is repeated, the agent starts again.
 */
final class Once implements AutoCloseable {

    static final String CONFLICT = "conflict";

    private static final Set<String> SETTLING = Set.of("interval", "statement", "verdict");
    /** As the index has it: kind, then key three times. */
    static final String SAME =
            "kind = ? AND substr(key, instr(key, '/') + 1) = substr(?, instr(?, '/') + 1) AND key = ?";

    private static final String EARLIER = "SELECT body FROM record WHERE " + SAME + " LIMIT 1";

    private final PreparedStatement query;

    /** For the records of one transaction. */
    Once(Connection connection) throws SQLException {
        this.query = connection.prepareStatement(EARLIER);
    }

    /** Whether the file refused a record because it is there: by its index, so the other constraints speak otherwise. */
    static boolean refused(SQLException why) {
        return why instanceof SQLiteException refusal
                && refusal.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
    }

    /** The record to append; empty if it is there already. One that contradicts an earlier becomes a conflict. */
    Optional<LedgerRecord> of(LedgerRecord record) throws SQLException {
        if (!SETTLING.contains(record.kind())) {
            return Optional.of(record);
        }
        query.setString(1, record.kind());
        for (int i = 2; i <= 4; i++) {
            query.setString(i, record.key());
        }
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.of(record);
            }
            return row.getString("body").equals(record.body()) ? Optional.empty() : Optional.of(conflict(record));
        }
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }

    private static LedgerRecord conflict(LedgerRecord record) {
        String key = record.kind() + "/" + record.key();
        return new LedgerRecord(CONFLICT, key, record.at(), record.timeQuality(), record.body());
    }
}
