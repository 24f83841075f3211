package org.wolfgate.uplink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerCheck;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** kill -9 of the whole edge, ledger and uplink, while it writes and sends. */
class AgentKilledTest {

    /** The long form of this proof sets more. */
    private static final int ROUNDS = Math.max(5, Integer.getInteger("wolfgate.kills", 0) / 4);

    @TempDir
    Path directory;

    @Test
    void whatWasPromisedArrivesOnceInAnUnbrokenChain() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Mosquitto broker = Mosquitto.start(directory);
                Receiver iso = new Receiver(broker)) {
            long found = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                long promised = runAndKill(broker, found + 1 + random.nextInt(300));
                LedgerCheck check = check();
                String where = "round " + round + ", seed " + seed + ": promised " + promised + ", " + check;
                assertTrue(check.sound() && check.records() >= promised, where);
                found = check.records();
            }
            try (Site site = new Site(directory, broker.url())) {
                iso.awaitAllUpTo(found);
                site.awaitAcknowledged(found);
            }
            System.out.printf(
                    "proof: ledger and uplink killed %d times, %d records, lost 0, double 0 at the receiver (seed %d)%n",
                    ROUNDS, found, seed);
        }
    }

    private long runAndKill(Mosquitto broker, long killAfter) {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                SiteProcess.class.getName(),
                directory.toString(),
                broker.url());
        try (Program site = Program.start(command)) {
            Await.until(
                    "record " + killAfter + " is promised",
                    () -> promised(site) >= killAfter,
                    () -> String.join("\n", site.lines()));
            site.kill();
            return promised(site);
        }
    }

    private static long promised(Program site) {
        return site.lines().stream()
                .filter(line -> line.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    private LedgerCheck check() {
        try (LedgerReader reader = Ledger.openReadOnly(directory.resolve("ledger"))) {
            return reader.verify();
        }
    }
}
