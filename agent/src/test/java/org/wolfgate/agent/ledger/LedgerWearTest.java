package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.intervals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SD cards die of small writes: Mycodo#709 saw three to four months. */
class LedgerWearTest {

    private static final int METERS = 20;
    private static final int DAY_IN_MINUTES = 1440;
    private static final long BUDGET = 50_000_000;

    @TempDir
    Path directory;

    @Test
    void aDayOfTwentyMetersStaysWithinTheWriteBudget() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            for (int minute = 0; minute < DAY_IN_MINUTES; minute++) {
                Map<String, String> open = Map.of("open-intervals", openIntervals(minute));
                ledger.append(minute % 5 == 0 ? intervals(minute * METERS, METERS) : List.of(), open);
            }
            assertEquals(METERS * DAY_IN_MINUTES / 5, ledger.last());
            long written = ledger.bytesWritten();
            assertTrue(written > 0 && written < BUDGET, "bytes in a day: " + written);
        }
    }

    @Test
    void stateThatDidNotChangeIsNotWrittenAgain() {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            ledger.append(List.of(), Map.of("orders", "[]"));
            long before = ledger.bytesWritten();
            ledger.append(List.of(), Map.of("orders", "[]"));
            assertEquals(before, ledger.bytesWritten());
        }
    }

    @Test
    void logIsFoldedBackSoThatItNeverGrowsLarge() throws IOException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            for (int i = 0; i < 400; i++) {
                ledger.append(intervals(i * 20, 20), Map.of());
            }
            assertTrue(Files.size(directory.resolve("ledger.db-wal")) < 2_000_000);
            assertTrue(ledger.verify().sound());
        }
    }

    @Test
    void unpackedLibraryOfADeadProcessIsRemoved() throws IOException {
        Path stale = Files.createDirectories(directory.resolve("wolfgate-sqlite-2147483646"));
        Files.writeString(stale.resolve("sqlite-libsqlitejdbc.so"), "left behind by a kill");
        Path live = Files.createDirectories(
                directory.resolve("wolfgate-sqlite-" + ProcessHandle.current().pid()));
        Ledger.open(directory, BOOT).close();
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(live), left.filter(Files::isDirectory).toList());
        }
    }

    private static String openIntervals(int minute) {
        StringBuilder text = new StringBuilder("[");
        for (int meter = 0; meter < METERS; meter++) {
            text.append(meter == 0 ? "" : ",")
                    .append("{\"node\":\"n")
                    .append(meter)
                    .append("\",\"register\":")
                    .append(1_000_000L + minute)
                    .append(",\"frequencySum\":")
                    .append(minute * 50_000L)
                    .append('}');
        }
        return text.append(']').toString();
    }
}
