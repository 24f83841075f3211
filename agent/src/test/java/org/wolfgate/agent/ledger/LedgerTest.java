package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.interval;
import static org.wolfgate.agent.ledger.Samples.intervals;
import static org.wolfgate.agent.ledger.Samples.message;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.TimeQuality;

class LedgerTest {

    @TempDir
    Path directory;

    @Test
    void sequenceStartsAtOneAndIsUnbrokenAcrossRestarts() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            assertEquals(0, ledger.last());
            assertEquals(3, ledger.append(intervals(0, 3), Map.of()));
        }
        BootId second = BootId.fresh();
        try (Ledger ledger = Ledger.open(directory, second)) {
            assertEquals(3, ledger.last());
            assertEquals(4, ledger.append(intervals(3, 1), Map.of()));
            assertEquals(
                    List.of(1L, 2L, 3L, 4L),
                    ledger.after(0, 10).stream().map(StoredRecord::seq).toList());
            assertEquals(second.value(), ledger.after(3, 1).get(0).boot());
            assertEquals(new LedgerCheck(4, ledger.after(3, 1).get(0).hash(), Optional.empty()), ledger.verify());
        }
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 2), Map.of());
            assertEquals(interval(1), ledger.after(1, 1).get(0).record());
            assertEquals(
                    List.of(interval(1)),
                    ledger.reader().find("interval", interval(1).key()).stream()
                            .map(StoredRecord::record)
                            .toList());
        }
    }

    @Test
    void stateAndRecordsAreWrittenTogetherOrNotAtAll() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 1), Map.of("open-intervals", "{\"n1\":1}"));
            LedgerRecord broken =
                    new LedgerRecord("interval", "k", Samples.NOON, TimeQuality.UNSYNCHRONISED, "{not json");
            LedgerException refused = assertThrows(
                    LedgerException.class,
                    () -> ledger.append(List.of(interval(1), broken), Map.of("open-intervals", "{\"n1\":2}")));
            assertTrue(message(refused).contains("nothing of this was written"), message(refused));
            assertEquals(Optional.of("{\"n1\":1}"), ledger.state("open-intervals"));
            assertEquals(1, ledger.last());
            assertEquals(2, ledger.append(List.of(interval(1)), Map.of("open-intervals", "{\"n1\":1}")));
            assertTrue(ledger.verify().sound());
        }
    }

    @Test
    void outboxIsWhatLiesAboveTheMark() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            assertEquals(new OutboxDepth(0, Optional.empty()), ledger.depth());
            ledger.append(intervals(0, 5), Map.of());
            ledger.acknowledge(3);
            ledger.acknowledge(2);
            assertEquals(3, ledger.acknowledged());
            assertEquals(new OutboxDepth(2, Optional.of(interval(3).at())), ledger.depth());
            assertThrows(LedgerException.class, () -> ledger.acknowledge(6));
        }
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            assertEquals(3, reader.acknowledged());
        }
    }

    @Test
    void secondAgentOnTheSameDirectoryIsRefusedAndTheFirstGoesOn() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            LedgerException refused = assertThrows(LedgerException.class, () -> Ledger.open(directory, BootId.fresh()));
            assertTrue(message(refused).contains("already writes it; stop that agent"), message(refused));
            assertEquals(1, ledger.append(intervals(0, 1), Map.of()));
        }
        Ledger.open(directory, BootId.fresh()).close();
    }

    @Test
    void onlookerSeesWhatTheRunningAgentHasWritten() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 2), Map.of("orders", "[]"));
            try (LedgerReader reader = Ledger.openReadOnly(directory)) {
                ledger.append(intervals(2, 1), Map.of());
                assertEquals(3, reader.last().orElseThrow().seq());
                assertEquals(Map.of("orders", "[]"), reader.states());
            }
        }
    }

    @Test
    void technicianReadsViewsButCannotRewriteHistory() throws SQLException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 2), Map.of());
        }
        try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.db"));
                Statement statement = shell.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT node, recorded FROM interval ORDER BY seq")) {
                assertTrue(rows.next());
                assertEquals("riverside/n1", rows.getString("node"));
                assertEquals("2026-11-22T12:05:00Z", rows.getString("recorded"));
            }
            assertThrows(SQLException.class, () -> statement.execute("UPDATE record SET body = '{}' WHERE seq = 1"));
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM record WHERE seq = 2"));
        }
    }

    @Test
    void verifyNamesTheFirstRecordThatWasTamperedWith() throws SQLException {
        tamper("UPDATE record SET body = '{\"energyWh\":0}' WHERE seq = 3");
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            LedgerCheck check = reader.verify();
            assertFalse(check.sound());
            assertEquals(2, check.records());
            assertEquals(3, check.fault().orElseThrow().seq());
        }
    }

    @Test
    void verifyNamesAMissingRecord() throws SQLException {
        tamper("DELETE FROM record WHERE seq = 4");
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            assertEquals(
                    Optional.of(new LedgerCheck.Fault(4, "record 4 is missing; the next one there is 5")),
                    reader.verify().fault());
        }
    }

    private void tamper(String sql) throws SQLException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 5), Map.of());
        }
        try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.db"));
                Statement statement = shell.createStatement()) {
            statement.executeUpdate("DROP TRIGGER record_is_never_changed; DROP TRIGGER record_is_never_deleted");
            statement.executeUpdate(sql);
        }
    }

    @Test
    void damagedForeignOrNewerFilesAreRefusedInOneLine() throws Exception {
        Path file = directory.resolve("ledger.db");
        Files.writeString(file, "this is not a database, whatever its name says. ".repeat(100));
        assertOneLine("it is damaged or no ledger");
        Files.delete(file);
        shell("CREATE TABLE photos (id INTEGER); PRAGMA user_version = 3");
        assertOneLine("another program's database");
        Files.delete(file);
        Ledger.open(directory, BOOT).close();
        shell("PRAGMA user_version = 99");
        assertOneLine("it has version 99, this agent knows up to 3");
    }

    @Test
    void directoryThatCannotBeMadeIsOneLine() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        LedgerException refused = assertThrows(LedgerException.class, () -> Ledger.open(file.resolve("ledger"), BOOT));
        assertTrue(message(refused).contains("check that the directory can be made"), message(refused));
        LedgerException absent =
                assertThrows(LedgerException.class, () -> Ledger.openReadOnly(directory.resolve("nowhere")));
        assertTrue(message(absent).contains("there is no ledger"), message(absent));
    }

    private void shell(String sql) throws SQLException {
        try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.db"));
                Statement statement = shell.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void assertOneLine(String expected) {
        LedgerException refused = assertThrows(LedgerException.class, () -> Ledger.open(directory, BOOT));
        assertTrue(message(refused).contains(expected), message(refused));
        assertEquals(1, message(refused).lines().count());
    }
}
