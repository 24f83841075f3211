package org.wolfgate.agent.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens the file with the settings that make a commit a promise. */
final class Database {

    static final String FILE = "ledger.db";

    private Database() {}

    /**
     * A connection that writes.
     *
     * <p>WAL with synchronous=FULL forces each commit to the storage; NORMAL would lose the last commits at a power cut.
     * Checkpoints are the writer's own affair ({@link WriteAhead}), so that their time and their bytes are known.
     */
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(500);
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, "0");
        // The driver would ask for the last row's number after each record.
        config.setGetGeneratedKeys(false);
        return connect(config, file);
    }

    /** A connection that cannot write; WAL lets it read beside the writer without either waiting. */
    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(2000);
        return connect(config, file);
    }

    /** Makes the directory, and its name durable in its parent. */
    static void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Connection connect(SQLiteConfig config, Path file) throws SQLException {
        try {
            return config.createConnection("jdbc:sqlite:" + file);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new LedgerException(
                    "opening " + file + ": the SQLite library cannot be loaded from "
                            + System.getProperty("org.sqlite.tmpdir") + " (" + e.getMessage()
                            + "); is it mounted noexec? choose a folder with -Dorg.sqlite.tmpdir=FOLDER",
                    e);
        }
    }
}
