package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.interval;
import static org.wolfgate.agent.ledger.Samples.intervals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SD cards die of small writes: Mycodo#709 saw three to four months. */
class LedgerWearTest {

    private static final int METERS = 20;
    private static final int INTERVALS_OF_A_DAY = 288;
    private static final long BUDGET = 50_000_000;

    @TempDir
    Path directory;

    /** As the agent writes: at each interval's edge what closed and every node's state, and in between once the state. */
    @Test
    void aDayOfTwentyMetersStaysWithinTheWriteBudgetAndTheCountIsNotLessThanTheTruth() throws IOException {
        try (Ledger ledger = Ledger.open(directory, BOOT)) {
            long before = bytesGivenToTheKernel();
            for (int half = 0; half < 2 * INTERVALS_OF_A_DAY; half++) {
                ledger.append(half % 2 == 0 ? closed(half / 2) : List.of(), states(half));
            }
            long really = bytesGivenToTheKernel() - before;
            assertEquals(2 * METERS * INTERVALS_OF_A_DAY, ledger.last());
            long counted = ledger.bytesWritten();
            System.out.printf("a day of %d meters: %d bytes counted, %d written%n", METERS, counted, really);
            assertTrue(counted > 0 && counted < BUDGET, "bytes in a day: " + counted);
            assertTrue(counted >= really * 0.95, "counted " + counted + ", really " + really);
        }
    }

    /** Through write(2) and its kin, whatever they went to; see proc(5). */
    private static long bytesGivenToTheKernel() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("wchar: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .findFirst()
                .orElseThrow();
    }

    private static List<LedgerRecord> closed(int interval) {
        List<LedgerRecord> records = new ArrayList<>();
        for (int meter = 0; meter < METERS; meter++) {
            LedgerRecord metered = interval(interval * METERS + meter);
            String key = "node-" + meter + "/" + metered.at() + "/1";
            records.add(new LedgerRecord("interval", key, metered.at(), metered.timeQuality(), json(450)));
            records.add(new LedgerRecord("statement", key, metered.at(), metered.timeQuality(), json(1000)));
        }
        return records;
    }

    private static Map<String, String> states(int step) {
        Map<String, String> states = new HashMap<>();
        for (int meter = 0; meter < METERS; meter++) {
            states.put("nodes/node-" + meter, state(step, meter));
        }
        return states;
    }

    /** Numbers and names like those of a node's open intervals, 1.2 kB of them. */
    private static String state(int step, int meter) {
        StringBuilder text = new StringBuilder("{");
        Random random = new Random(31L * step + meter);
        for (int field = 0; field < 40; field++) {
            text.append(field == 0 ? "" : ",")
                    .append("\"quantity_of_")
                    .append(field)
                    .append("\":");
            text.append(field % 2 == 0 ? random.nextInt(1_000_000) : field);
        }
        return text.append('}').toString();
    }

    private static String json(int bytes) {
        return "{\"text\":\"" + "x".repeat(bytes - 11) + "\"}";
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
            assertTrue(Files.size(directory.resolve("ledger.db-wal")) < 3_000_000);
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
}
