package org.wolfgate.agent.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.intervals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The write-ahead log cut off or torn anywhere, as a power cut leaves it on storage that lied.
 *
 * <p>Promised: the ledger opens, its chain verifies, what it holds is a prefix of what was written with whole
 * transactions only, every append that lay wholly before the damage is there, and it can be appended to.
 */
class TornStorageTest {

    private static final int FRAME = 4096 + 24;

    /** The long form of this proof sets more. */
    private static final int CUTS = Integer.getInteger("wolfgate.cuts", 60);

    @TempDir
    Path scratch;

    /** For each append: how long the log was when it returned, and the last sequence number it returned. */
    private final TreeMap<Long, Long> promises = new TreeMap<>();

    private byte[] database = {};
    private byte[] log = {};

    @BeforeEach
    void writeSomeHistoryAndTakeItsImage() throws IOException {
        Path original = scratch.resolve("original");
        try (Ledger ledger = Ledger.open(original, BOOT)) {
            promises.put(0L, ledger.append(intervals(0, 3), Map.of()));
        }
        try (Ledger ledger = Ledger.open(original, BOOT)) {
            for (int i = 1; i <= 12; i++) {
                long last = ledger.append(intervals(3 * i, i % 4 + 1), Map.of("step", Integer.toString(i)));
                promises.put(Files.size(original.resolve("ledger.db-wal")), last);
            }
            database = Files.readAllBytes(original.resolve("ledger.db"));
            log = Files.readAllBytes(original.resolve("ledger.db-wal"));
        }
    }

    @Test
    void cutAtEveryFrameAndAtRandomOffsets() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int tried = CUTS;
        for (int cut = 0; cut <= log.length; cut += FRAME / 2) {
            tried++;
            open(cut, Arrays.copyOf(log, cut), "cut at " + cut);
        }
        for (int i = 0; i < CUTS; i++) {
            int cut = random.nextInt(log.length + 1);
            open(cut, Arrays.copyOf(log, cut), "cut at " + cut + ", seed " + seed);
        }
        tell("cut off", tried, seed);
    }

    @Test
    void zeroedOrScrambledFromAnyOffsetOn() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < CUTS; i++) {
            int from = random.nextInt(log.length);
            byte[] torn = log.clone();
            byte[] tail = new byte[log.length - from];
            if (i % 2 == 0) {
                random.nextBytes(tail);
            }
            System.arraycopy(tail, 0, torn, from, tail.length);
            open(from, torn, "torn at " + from + ", seed " + seed);
        }
        tell("zeroed or scrambled", CUTS, seed);
    }

    private static void tell(String what, int offsets, long seed) {
        System.out.printf(
                "proof: log %s at %d offsets: promised and lost 0, half transactions 0 (seed %d)%n",
                what, offsets, seed);
    }

    private void open(long soundUpTo, byte[] logImage, String what) throws IOException {
        Path copy = Files.createTempDirectory(scratch, "copy");
        Files.write(copy.resolve("ledger.db"), database);
        Files.write(copy.resolve("ledger.db-wal"), logImage);
        long promised = promises.floorEntry(soundUpTo).getValue();
        try (Ledger ledger = Ledger.open(copy, BOOT)) {
            long last = ledger.last();
            assertTrue(last >= promised, what + ": record " + promised + " was promised, the last is " + last);
            assertTrue(promises.containsValue(last), what + ": half a transaction, ends at " + last);
            assertTrue(ledger.verify().sound(), what + ": " + ledger.verify());
            ledger.append(intervals(500, 1), Map.of());
        }
        try (LedgerReader again = Ledger.openReadOnly(copy)) {
            assertTrue(again.verify().sound(), what + ": after another append");
        }
    }
}
