package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.interval;
import static org.wolfgate.agent.ledger.Samples.intervals;
import static org.wolfgate.agent.ledger.Samples.message;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.clock.TimeQuality;

/** A ledger over the years: counted once, signed, thinned out, taken to a new layout, salvaged. */
class LedgerLifeTest {

    @TempDir
    Path directory;

    @Test
    void theSameSettlementRecordAgainIsPassedOverAndACounterfeitSettlesNothing() {
        LedgerRecord first = interval(1);
        LedgerRecord other =
                new LedgerRecord(first.kind(), first.key(), first.at(), first.timeQuality(), "{\"energyWh\":1}");
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(List.of(first, first), Map.of());
            assertEquals(1, ledger.append(List.of(first), Map.of("step", "2")));
            assertEquals(Optional.of("2"), ledger.state("step"), "the rest of the transaction counts");
            assertEquals(2, ledger.append(List.of(other), Map.of()));
            assertEquals(List.of(first), records(ledger, "interval"));
            assertEquals(
                    "interval/" + first.key(),
                    records(ledger, "conflict").get(0).key());
            assertTrue(ledger.verify().sound());
        }
    }

    @Test
    void whatMayHappenTwiceIsKeptTwice() {
        LedgerRecord started = new LedgerRecord("event", "started", Samples.NOON, TimeQuality.HOLDOVER, "{}");
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            assertEquals(2, ledger.append(List.of(started, started), Map.of()));
        }
    }

    @Test
    void headOfTheChainIsSignedAndASignatureOfAnotherChainIsFound() throws SQLException {
        try (Ledger ledger =
                Ledger.open(directory, BOOT, Optional.of(payload -> "e30.signature.of-" + payload.length))) {
            ledger.append(at(Samples.NOON, 0, 1200), Map.of());
            List<LedgerRecord> heads = records(ledger, "head");
            assertEquals(3, heads.size(), "at the start, and after each 500 records");
            StoredRecord signed =
                    ledger.after(Long.parseLong(heads.get(1).key()) - 1, 1).get(0);
            assertTrue(heads.get(1).body().contains(signed.hash()), heads.get(1).body());
            assertTrue(ledger.verify().sound());
        }
    }

    @Test
    void acknowledgedRecordsLeaveAfterSixtyDaysOthersNeverAndTheRestStillVerifies() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            for (int day = 0; day < 130; day++) {
                ledger.append(at(Samples.NOON.plus(Duration.ofDays(day)), day * 1000, 60), Map.of());
                if (day < 100) {
                    ledger.acknowledge(ledger.last());
                }
            }
            LedgerReader reader = ledger.reader();
            assertTrue(reader.first() > 1, "something has left");
            assertTrue(reader.first() <= ledger.acknowledged(), "nothing that was not acknowledged has left");
            Instant oldest = reader.after(0, 1).get(0).at();
            assertTrue(
                    !oldest.isAfter(Samples.NOON.plus(Duration.ofDays(129 - 60))), "sixty days are there: " + oldest);
            assertTrue(ledger.verify().sound(), ledger.verify().toString());
            assertEquals(130 * 60, ledger.verify().records());
        }
        try (Ledger again = Ledger.open(directory, BOOT)) {
            assertEquals(7_801, again.append(List.of(interval(900_000)), Map.of()));
            assertTrue(again.verify().sound());
        }
    }

    @Test
    void onAStorageThatIsFillingUpWhatIsAcknowledgedLeavesSooner() {
        assertEquals(StorageRoom.AMPLE, StorageRoom.of(1L << 30));
        assertEquals(StorageRoom.LOW, StorageRoom.of(200L << 20));
        assertEquals(StorageRoom.CRITICAL, StorageRoom.of(10L << 20));
        assertEquals(Duration.ofDays(60), StorageRoom.AMPLE.keep());
        assertEquals(Duration.ofDays(7), StorageRoom.LOW.keep());
        assertEquals(Duration.ZERO, StorageRoom.CRITICAL.keep());
    }

    /** An uplink that was quicker than the append it sends from took its own ledger for another's. */
    @Test
    void recordMayBeAcknowledgedAsSoonAsItIsInTheFile() throws SQLException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 5), Map.of());
            try (Connection quicker = Database.writer(directory.resolve("ledger.db"));
                    Statement statement = quicker.createStatement()) {
                statement.executeUpdate("INSERT INTO record SELECT 6, boot, 'event', key, at, time_quality, body, hash"
                        + " FROM record WHERE seq = 1");
            }
            assertEquals(5, ledger.last());
            ledger.acknowledge(6);
            assertEquals(6, ledger.acknowledged());
            assertThrows(LedgerException.class, () -> ledger.acknowledge(7));
        }
    }

    @Test
    void shellCannotMakeUnacknowledgedRecordsLeave() throws SQLException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 5), Map.of());
        }
        Path file = directory.resolve("ledger.db");
        try (Connection shell = Database.writer(file);
                Statement statement = shell.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("UPDATE anchor SET seq = 3"));
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM record WHERE seq = 1"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("INSERT INTO record SELECT 6, boot, kind, key, at, time_quality, body, hash"
                            + " FROM record WHERE seq = 1"));
        }
    }

    @Test
    void damagedLedgerGivesUpItsSoundPartAndTheRestIsSetAside() throws Exception {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 20), Map.of("orders", "[]"));
            ledger.acknowledge(18);
        }
        try (Connection shell = Database.writer(directory.resolve("ledger.db"));
                Statement statement = shell.createStatement()) {
            statement.executeUpdate("DROP TRIGGER record_is_never_changed");
            statement.executeUpdate("UPDATE record SET body = '{}' WHERE seq = 15");
        }
        Path into = directory.resolve("repaired");
        Salvage.Outcome outcome = Salvage.run(directory, into);
        assertEquals(14, outcome.kept());
        assertEquals(
                List.of(15L, 16L, 17L, 18L, 19L, 20L),
                outcome.lost().stream().map(StoredRecord::seq).toList());
        try (Ledger repaired = Ledger.open(into, BOOT)) {
            assertEquals(14, repaired.acknowledged(), "the mark never lies beyond the end");
            assertEquals(Optional.of("[]"), repaired.state("orders"));
            assertTrue(repaired.verify().sound());
            assertEquals(15, repaired.append(List.of(interval(100)), Map.of()));
        }
        LedgerException refused = assertThrows(LedgerException.class, () -> Salvage.run(directory, into));
        assertTrue(message(refused).contains("there is a ledger already"), message(refused));
    }

    @Test
    void pagesThatCannotBeReadEndTheSalvageWithAWordOnIt() throws IOException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(intervals(0, 3000), Map.of());
        }
        Path file = directory.resolve("ledger.db");
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.seek(torn.length() / 2 / 4096 * 4096);
            torn.write(new byte[40 * 4096]);
        }
        Salvage.Outcome outcome = Salvage.run(directory, directory.resolve("repaired"));
        assertTrue(outcome.kept() > 0 && outcome.kept() < 3000, outcome.kept() + " kept");
        try (LedgerReader repaired = Ledger.openReadOnly(directory.resolve("repaired"))) {
            assertTrue(repaired.verify().sound());
            assertEquals(outcome.kept(), repaired.verify().records());
        }
    }

    private static List<LedgerRecord> records(Ledger ledger, String kind) {
        return ledger.after(0, 100_000).stream()
                .map(StoredRecord::record)
                .filter(record -> record.kind().equals(kind))
                .toList();
    }

    private static List<LedgerRecord> at(Instant at, int first, int count) {
        return intervals(first, count).stream()
                .map(record -> new LedgerRecord(record.kind(), record.key(), at, record.timeQuality(), record.body()))
                .toList();
    }
}
