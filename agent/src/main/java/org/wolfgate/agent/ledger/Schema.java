package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The layout of the database, taken forwards one version at a time, each in a transaction of its own. */
final class Schema {

    /** Marks the file as ours: "WOLF" in ASCII. */
    private static final int APPLICATION_ID = 0x574F4C46;

    private static final List<String> STEPS = List.of("schema-1.sql", "schema-2.sql", "schema-3.sql");

    /** Version 1 did not refuse what settles a second time; the first of each key counts, the others have to be named. */
    private static final String TWICE = """
            SELECT group_concat(seq) FROM (
              SELECT seq, row_number() OVER (PARTITION BY kind, key ORDER BY seq) AS nth
              FROM record WHERE kind IN ('interval', 'statement', 'verdict'))
            WHERE nth > 1""";

    private Schema() {}

    /** The version this agent writes. */
    static int newest() {
        return STEPS.size();
    }

    /** Brings an empty or older ledger to the newest version. */
    static void migrate(Connection connection, Path file) throws SQLException {
        migrate(connection, file, newest());
    }

    /** The version of the file; refuses one that is not ours or newer than this agent. */
    static int version(Connection connection, Path file) throws SQLException {
        int found = pragma(connection, "user_version");
        int owner = pragma(connection, "application_id");
        if (owner != APPLICATION_ID && (owner != 0 || found != 0)) {
            throw new LedgerException("opening " + file + ": it is another program's database; move it away, or give"
                    + " the agent a directory of its own");
        }
        if (found > newest()) {
            throw new LedgerException("opening " + file + ": it has version " + found + ", this agent knows up to "
                    + newest() + "; start the newer agent again, or give this one a directory of its own");
        }
        return found;
    }

    /** For tests of old files. */
    static void migrate(Connection connection, Path file, int upTo) throws SQLException {
        for (int step = version(connection, file); step < upTo; step++) {
            take(connection, step);
        }
    }

    private static void take(Connection connection, int step) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script(connection, STEPS.get(step)));
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + (step + 1));
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static String script(Connection connection, String name) throws SQLException {
        String script = text(name);
        return script.contains("(/*twice*/)") ? script.replace("(/*twice*/)", "(" + twice(connection) + ")") : script;
    }

    private static String twice(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TWICE)) {
            return Optional.ofNullable(row.next() ? row.getString(1) : null).orElse("");
        }
    }

    private static String text(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " from the jar", e);
        }
    }
}
