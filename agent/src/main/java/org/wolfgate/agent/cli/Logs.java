package org.wolfgate.agent.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * One line per event on standard error. Under systemd each begins with its priority, so that {@code journalctl -p warning}
 * works; the journal adds time, unit and process.
 */
final class Logs {

    private static final Duration REPEAT = Duration.ofMinutes(10);

    /** Held, since the log forgets the level of a logger that nobody holds. Pi4J tells its whole start; we tell what failed. */
    private static final Logger PI4J = Logger.getLogger("com.pi4j");

    private Logs() {}

    static void toOneLine() {
        // A configuration of the technician's own is left alone.
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.addHandler(handler(System.err, System.getenv().containsKey("JOURNAL_STREAM"), new RepeatLimit(REPEAT)));
        root.setLevel(Level.INFO);
        PI4J.setLevel(Level.OFF);
    }

    /** @param journal whether what is printed goes to systemd's journal */
    static Handler handler(PrintStream out, boolean journal, RepeatLimit limit) {
        Formatter messages = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (isLoggable(record)) {
                    String line = JournalLine.of(record, messages.formatMessage(record));
                    String head = journal
                            ? "<" + JournalLine.priority(record.getLevel()) + ">"
                            : record.getLevel().getName() + ": ";
                    limit.admit(line, System.nanoTime()).ifPresent(text -> out.println(head + text));
                }
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }
}
