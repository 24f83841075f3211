package org.wolfgate.agent.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Lets old records leave: acknowledged ones only, oldest first, some at a time, and never the last. What remains begins
 * at the {@link Anchor}, so its chain still verifies. The room is used again by the same file.
 */
final class Retention {

    /** A bite that does not hold the control thread up. */
    private static final int AT_ONCE = 2000;

    private static final String LEAVING = """
            SELECT seq, hash FROM record
            WHERE seq <= (SELECT seq FROM mark WHERE name = 'acknowledged') AND seq < ? AND seq <= ?
              AND seq < ifnull((SELECT min(seq) FROM record WHERE seq <= ? AND at >= ?), ? + 1)
            ORDER BY seq DESC LIMIT 1""";

    private Retention() {}

    /**
     * Removes what is older than it has to be kept; to be called inside a transaction.
     *
     * @param last number of the last record
     * @param before records of this time and later stay
     */
    static void apply(Connection connection, Anchor anchor, long last, Instant before) throws SQLException {
        Optional<Anchor> leaving = leaving(connection, anchor.seq() + AT_ONCE, last, before);
        if (leaving.isEmpty()) {
            return;
        }
        try (PreparedStatement move = connection.prepareStatement("UPDATE anchor SET seq = ?, hash = ?");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM record WHERE seq <= ?")) {
            move.setLong(1, leaving.get().seq());
            move.setBytes(2, Chain.bytes(leaving.get().hash()));
            move.executeUpdate();
            delete.setLong(1, leaving.get().seq());
            delete.executeUpdate();
        }
    }

    private static Optional<Anchor> leaving(Connection connection, long most, long last, Instant before)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LEAVING)) {
            query.setLong(1, last);
            query.setLong(2, most);
            query.setLong(3, most);
            query.setLong(4, before.toEpochMilli());
            query.setLong(5, most);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Anchor(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                        : Optional.empty();
            }
        }
    }
}
