package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wolfgate.agent.ledger.Samples.BOOT;
import static org.wolfgate.agent.ledger.Samples.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a process that appends: nothing it was promised is lost, nothing is there twice. */
class KillTest {

    /** The long form of this proof sets more. */
    private static final int ROUNDS = Math.max(5, Integer.getInteger("wolfgate.kills", 0) / 4);

    @TempDir
    Path directory;

    @Test
    void killedAtRandomMomentsNothingPromisedIsLost() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long promised = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            promised = appendUntilKilled(promised + 1 + random.nextInt(400));
            String where = "round " + round + ", seed " + seed;
            try (LedgerReader reader = Ledger.openReadOnly(directory)) {
                LedgerCheck check = reader.verify();
                assertTrue(check.sound(), where + ": " + check);
                assertTrue(check.records() >= promised, where + ": promised " + promised + ", found " + check);
                assertEquals(
                        Long.toString(check.records()), reader.state("last").orElseThrow(), where);
                promised = check.records();
            }
        }
        System.out.printf(
                "proof: ledger killed %d times, %d records, promised and lost 0, double 0 (seed %d)%n",
                ROUNDS, promised, seed);
    }

    @Test
    void ledgerOfALivingProcessIsRefusedAndOfADeadOneIsNot() throws Exception {
        Process child = start();
        try {
            readPromise(child.inputReader(UTF_8));
            LedgerException refused = assertThrows(LedgerException.class, () -> Ledger.open(directory, BOOT));
            assertTrue(message(refused).contains("process " + child.pid() + " already writes it"), message(refused));
        } finally {
            child.destroyForcibly().waitFor();
        }
        Ledger.open(directory, BOOT).close();
    }

    /** The last sequence number that the child printed before it died. */
    private long appendUntilKilled(long killAfter) throws IOException, InterruptedException {
        Process child = start();
        long last = 0;
        try (BufferedReader promises = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            while (last < killAfter) {
                last = readPromise(promises);
            }
            // Process.destroyForcibly would close the pipe before its last promises are read.
            child.toHandle().destroyForcibly();
            last = Math.max(
                    last, promises.lines().mapToLong(Long::parseLong).max().orElse(0));
        } finally {
            child.destroyForcibly().waitFor();
        }
        return last;
    }

    private static long readPromise(BufferedReader promises) throws IOException {
        String line = promises.readLine();
        if (line == null) {
            throw new IOException("the child ended by itself");
        }
        return Long.parseLong(line);
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingChild.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
