package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.interval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ledgers as earlier agents left them, each of two runs and acknowledged up to record 30. */
class EarlierLayoutTest {

    private static final Optional<String> STATE = Optional.of("{\"n\":19}");

    /** The files, with their last record and its hash. */
    enum Earlier {
        /** By the code of commit f2c02f7: states not deflated, and the first interval twice, which that layout allowed. */
        FIRST("ledger-1.db", 41, "2c40fc6af12f2e63ceaf189e41ea72b717768b9b5259e7a659a7a4f906ef9157", 2),
        /** By the code of commit 4b6c3ab: two signed heads, and an interval of another content kept as a conflict. */
        SECOND("ledger-2.db", 47, "9be21e177d77e5b68c624479913322cef7cab84be4b56070eee91ab2c0822d62", 1);

        private final String file;
        private final long last;
        private final String head;
        private final int timesTheFirstIntervalIsThere;

        Earlier(String file, long last, String head, int timesTheFirstIntervalIsThere) {
            this.file = file;
            this.last = last;
            this.head = head;
            this.timesTheFirstIntervalIsThere = timesTheFirstIntervalIsThere;
        }
    }

    @TempDir
    Path directory;

    private void takeACopy(Earlier earlier) throws IOException {
        try (InputStream fixture = Objects.requireNonNull(EarlierLayoutTest.class.getResourceAsStream(earlier.file))) {
            Files.copy(fixture, directory.resolve("ledger.db"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void earlierLayoutIsReadAsItIs(Earlier earlier) throws IOException {
        takeACopy(earlier);
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            assertEquals(new LedgerCheck(earlier.last, earlier.head, Optional.empty()), reader.verify());
            assertEquals(30, reader.acknowledged());
            assertEquals(1, reader.first());
            assertEquals(STATE, reader.state("market"));
            assertEquals(
                    earlier.timesTheFirstIntervalIsThere, firstInterval(reader).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void earlierLayoutIsTakenForwardsWithEveryRecordItsHashItsMarkAndItsState(Earlier earlier) throws IOException {
        takeACopy(earlier);
        List<StoredRecord> before;
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            before = reader.after(0, 100);
        }
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            assertEquals(before, ledger.after(0, 100));
            assertEquals(30, ledger.acknowledged());
            assertEquals(STATE, ledger.state("market"));
            assertEquals(earlier.last + 1, ledger.append(List.of(interval(100)), Map.of("market", "{\"n\":20}")));
            assertTrue(ledger.verify().sound());
        }
        try (Ledger again = Ledger.open(directory, BOOT)) {
            assertEquals(earlier.last + 1, again.last());
            assertEquals(Optional.of("{\"n\":20}"), again.state("market"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEarlierAgentStoredIsCountedOnceFromNowOn(Earlier earlier) throws IOException {
        takeACopy(earlier);
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            List<LedgerRecord> settling = ledger.after(0, 100).stream()
                    .map(StoredRecord::record)
                    .filter(record ->
                            List.of("interval", "statement", "verdict").contains(record.kind()))
                    .toList();
            assertEquals(earlier.last, ledger.append(settling, Map.of()));
            LedgerRecord old = settling.get(0);
            String key = old.key().substring(0, old.key().length() - 1) + "2";
            LedgerRecord corrected = new LedgerRecord(old.kind(), key, old.at(), old.timeQuality(), old.body());
            assertEquals(earlier.last + 1, ledger.append(List.of(corrected), Map.of()));
            assertEquals(
                    earlier.timesTheFirstIntervalIsThere,
                    firstInterval(ledger.reader()).size());
        }
    }

    /** By a walk through sixty days of records an explanation or an export would take seconds. */
    @ParameterizedTest
    @EnumSource
    void recordOfAKeyIsFoundByTheIndex(Earlier earlier) throws Exception {
        takeACopy(earlier);
        Ledger.open(directory, BOOT).close();
        assertEquals(
                "SEARCH record USING INDEX record_key (kind=? AND <expr>=? AND key=?)",
                plan("kind = 'order' AND substr(key, instr(key, '/') + 1) = 'VERIFIED' AND key = 'o1/VERIFIED'"));
    }

    @Test
    void intervalsOfASpanOfTimeAreFoundByTheIndex() throws SQLException {
        Ledger.open(directory, BOOT).close();
        assertEquals(
                "SEARCH record USING INDEX record_key (kind=? AND <expr>>? AND <expr><?)",
                plan("kind = 'interval' AND substr(key, instr(key, '/') + 1) >= '2026'"
                        + " AND substr(key, instr(key, '/') + 1) < '2027'"));
    }

    private String plan(String where) throws SQLException {
        try (Connection connection = Database.writer(directory.resolve("ledger.db"));
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN SELECT body FROM record WHERE " + where)) {
            assertTrue(plan.next());
            return plan.getString("detail");
        }
    }

    private static List<StoredRecord> firstInterval(LedgerReader reader) {
        LedgerRecord first = reader.after(0, 100).stream()
                .map(StoredRecord::record)
                .filter(record -> record.kind().equals("interval"))
                .findFirst()
                .orElseThrow();
        return reader.find("interval", first.key());
    }
}
