package org.wolfgate.agent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What a technician reads with journalctl. */
class LogsTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, UTF_8);

    @Test
    void lineBeginsWithItsPriorityForTheJournalAndNamesItsRoom() {
        Handler journal = Logs.handler(out, true, new RepeatLimit(Duration.ofMinutes(10)));
        journal.publish(record(Level.WARNING, "uplink a: connection lost"));
        journal.publish(record(Level.SEVERE, "control ended"));
        journal.publish(record(Level.INFO, "uplink a is connected"));
        assertEquals(
                List.of(
                        "<4>[uplink] uplink a: connection lost",
                        "<3>[uplink] control ended",
                        "<6>[uplink] uplink a is connected"),
                bytes.toString(UTF_8).lines().toList());
    }

    @Test
    void exceptionWithItsCausesIsOneLineWithThePlaceItCameFrom() {
        LogRecord record = record(Level.SEVERE, "storing failed");
        record.setThrown(new IllegalStateException("first\nsecond", new IllegalArgumentException("deep")));
        Logs.handler(out, true, new RepeatLimit(Duration.ofMinutes(10))).publish(record);
        String text = bytes.toString(UTF_8);
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains("first | second") && text.contains("deep") && text.contains("at org.wolfgate"), text);
    }

    @Test
    void secretIsNeverWritten() {
        for (String secret : List.of(
                "connecting to tcp://agent:hunter2hunter2@broker:1883",
                "the file says password: hunter2hunter2, and more",
                "{\"kty\":\"OKP\",\"d\":\"hunter2hunter2hunter2hunter2\",\"x\":\"public\"}",
                "read -----BEGIN PRIVATE KEY-----\nhunter2hunter2\n-----END PRIVATE KEY-----")) {
            String line = JournalLine.of(record(Level.INFO, secret), secret);
            assertFalse(line.contains("hunter2"), line);
        }
        String harmless = "line a, unit 1, power 3059: no connection (Connection refused); check power, cable";
        assertEquals("[uplink] " + harmless, JournalLine.of(record(Level.INFO, harmless), harmless));
    }

    @Test
    void sameLineComesOnceInTenMinutesAndThenSaysHowManyWereLeftOut() {
        RepeatLimit limit = new RepeatLimit(Duration.ofMinutes(10));
        assertEquals(Optional.of("refused at 12:00:01"), limit.admit("refused at 12:00:01", 0));
        for (int second = 2; second < 40; second++) {
            assertEquals(Optional.empty(), limit.admit("refused at 12:00:" + second, second * 1_000_000_000L));
        }
        assertEquals(Optional.of("another thing"), limit.admit("another thing", 41_000_000_000L));
        assertEquals(
                Optional.of("refused at 12:10:01 (38 like it were left out before)"),
                limit.admit("refused at 12:10:01", 601_000_000_000L));
    }

    private static LogRecord record(Level level, String message) {
        LogRecord record = new LogRecord(level, message);
        record.setLoggerName("org.wolfgate.agent.uplink.Link");
        return record;
    }
}
