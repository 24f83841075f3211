package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.interval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ledgers as earlier agents left them. {@code ledger-1.db} was written by the code of commit f2c02f7: two runs, 41
 * records, acknowledged up to 30, states not deflated, and the first interval twice, which that layout allowed.
 */
class EarlierLayoutTest {

    private static final String HEAD = "2c40fc6af12f2e63ceaf189e41ea72b717768b9b5259e7a659a7a4f906ef9157";

    @TempDir
    Path directory;

    @BeforeEach
    void takeACopy() throws IOException {
        try (InputStream fixture = Objects.requireNonNull(EarlierLayoutTest.class.getResourceAsStream("ledger-1.db"))) {
            Files.copy(fixture, directory.resolve("ledger.db"));
        }
    }

    @Test
    void firstLayoutIsReadAsItIs() {
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            assertEquals(new LedgerCheck(41, HEAD, Optional.empty()), reader.verify());
            assertEquals(30, reader.acknowledged());
            assertEquals(1, reader.first());
            assertEquals(Optional.of("{\"n\":19}"), reader.state("market"));
        }
    }

    @Test
    void firstLayoutIsTakenForwardsWithEveryRecordItsHashItsMarkAndItsState() {
        List<StoredRecord> before;
        try (LedgerReader reader = Ledger.openReadOnly(directory)) {
            before = reader.after(0, 100);
        }
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            assertEquals(before, ledger.after(0, 100));
            assertEquals(30, ledger.acknowledged());
            assertEquals(Optional.of("{\"n\":19}"), ledger.state("market"));
            assertEquals(42, ledger.append(List.of(interval(100)), Map.of("market", "{\"n\":20}")));
            assertTrue(ledger.verify().sound());
        }
        try (Ledger again = Ledger.open(directory, BOOT)) {
            assertEquals(42, again.last());
            assertEquals(Optional.of("{\"n\":20}"), again.state("market"));
        }
    }

    @Test
    void whatAnEarlierAgentStoredIsCountedOnceFromNowOn() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            LedgerRecord old = ledger.after(2, 1).get(0).record();
            assertEquals("interval", old.kind());
            assertEquals(41, ledger.append(List.of(old), Map.of()));
            String key = old.key().substring(0, old.key().length() - 1) + "2";
            LedgerRecord corrected = new LedgerRecord(old.kind(), key, old.at(), old.timeQuality(), old.body());
            assertEquals(42, ledger.append(List.of(corrected), Map.of()));
        }
    }
}
