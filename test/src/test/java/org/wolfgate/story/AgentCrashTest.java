package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.FlightReplay;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerCheck;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Program;

/** kill -9 of the whole agent, a process of its own, at random moments: simulated meters, real SQLite, real mosquitto. */
class AgentCrashTest {

    /** The long form of this proof sets more. */
    private static final int KILLS = Integer.getInteger("wolfgate.kills", 20);

    private static final int ORDER_EVERY = 4;
    private static final String INTERVAL = "2";

    private final long seed = Long.getLong("wolfgate.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @Test
    void whatTheIsoHasIsNeverLostAndNothingIsThereTwice() throws IOException {
        try (Riverside riverside = new Riverside(folder)) {
            riverside.broker().start();
            DeskLink iso = riverside.openIso();
            Path config = Files.writeString(
                    folder.resolve("riverside.yaml"),
                    riverside.configuration().replace("interval: 5 s", "interval: " + INTERVAL + " s"));
            int orders = 0;
            subscribeAndKill(riverside, config);
            for (int kill = 1; kill <= KILLS; kill++) {
                if (kill % ORDER_EVERY == 0) {
                    order(iso, ++orders);
                }
                runAndKill(riverside, config, kill);
            }
            try (Program agent = agent(config)) {
                awaitVerdicts(riverside, orders);
                long last = kept(riverside).size();
                Await.until(
                        "every record arrived",
                        () -> riverside.records().complete() >= last,
                        () -> "missing of " + last + ": " + riverside.records().missing() + "; it said "
                                + agent.lines());
                agent.kill();
            }
            List<StoredRecord> kept = kept(riverside);
            check(riverside, kept, orders);
            assertTheRingIsSound(riverside, config);
            System.out.printf(
                    "proof: agent killed %d times, %d records, %d orders, %d came again: lost 0, double 0 (seed %d)%n",
                    KILLS, kept.size(), orders, riverside.records().repetitions(), seed);
        }
    }

    /** What every run recorded until it was killed is read, and decided once more in the same way. */
    private static void assertTheRingIsSound(Riverside riverside, Path file) throws IOException {
        Problems problems = new Problems();
        SubstationConfig config = SubstationFile.read(
                        file.toString(), Files.readString(file), Path.of("../config"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
        FlightReplay.Outcome replay = FlightReplay.of(riverside.ledger().resolve(Agent.FLIGHT), config.settings());
        assertEquals(List.of(), replay.differences());
        assertTrue(replay.events() > KILLS, replay.toString());
    }

    /** From then on the broker keeps orders for the agent, however soon a later run is killed. */
    private static void subscribeAndKill(Riverside riverside, Path config) {
        try (Program agent = agent(config)) {
            riverside.awaitSubscription();
            agent.kill();
        }
    }

    /** From before the first line of code to the middle of a flood of records. */
    private void runAndKill(Riverside riverside, Path config, int kill) {
        try (Program agent = agent(config)) {
            if (kill % 5 == 0) {
                LockSupport.parkNanos(random.nextLong(1_500_000_000L));
            } else {
                long wanted = riverside.records().entries().size() + 1L + random.nextInt(8);
                Await.until(
                        "the agent sends records",
                        () -> riverside.records().entries().size() >= wanted,
                        () -> "it said: " + agent.lines());
                LockSupport.parkNanos(random.nextLong(50_000_000L));
            }
            agent.kill();
        }
        if (!Files.exists(riverside.ledger().resolve("ledger.db"))) {
            return;
        }
        List<UpstreamCopy.Entry> heard = riverside.records().entries();
        try (LedgerReader ledger = Ledger.openReadOnly(riverside.ledger())) {
            LedgerCheck check = ledger.verify();
            String where = "kill " + kill + ", seed " + seed + ": " + check;
            assertTrue(check.sound(), where);
            Map<Long, String> hashes = ledger.after(0, 1_000_000).stream()
                    .collect(Collectors.toMap(StoredRecord::seq, StoredRecord::hash));
            heard.forEach(entry -> assertEquals(entry.hash(), hashes.get(entry.sequence()), where));
        }
    }

    /** The agent of a configuration, a process of its own, with its ledger beside the file. */
    static Program agent(Path config) {
        return Program.start(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.wolfgate.agent.cli.Main",
                "run",
                "-c",
                config.toString(),
                "--data",
                config.resolveSibling("ledger").toString()));
    }

    private static void order(DeskLink iso, int number) {
        Instant now = Instant.now();
        CurtailmentOrder order = new CurtailmentOrder(
                "o" + number,
                number,
                "iso",
                "hydro",
                ActivePower.parse("20 MW"),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plusSeconds(6),
                Duration.ofSeconds(5),
                "a test",
                now);
        iso.publish(Riverside.TOPICS.orders(), OrderMessages.write("riverside", order), false)
                .join();
    }

    private static void awaitVerdicts(Riverside riverside, int orders) {
        Await.until(
                "every order has ended",
                () -> riverside.records().entries().stream()
                                .filter(entry -> entry.kind().equals("verdict") || refused(entry))
                                .count()
                        >= orders,
                () -> riverside.records().entries().stream()
                        .filter(entry -> entry.kind().equals("order"))
                        .toList()
                        .toString());
    }

    /** An order that came only after its window. */
    private static boolean refused(UpstreamCopy.Entry entry) {
        return entry.body().path("state").asText().equals("REFUSED");
    }

    private static void check(Riverside riverside, List<StoredRecord> kept, int orders) {
        List<String> hashes = kept.stream().map(StoredRecord::hash).toList();
        riverside
                .records()
                .entries()
                .forEach(entry -> assertEquals(entry.hash(), hashes.get((int) entry.sequence() - 1), entry.toString()));
        Map<String, Integer> settling = new HashMap<>();
        kept.stream()
                .filter(stored -> List.of("interval", "statement", "verdict")
                        .contains(stored.record().kind()))
                .forEach(stored -> settling.merge(
                        stored.record().kind() + " " + stored.record().key(), 1, Integer::sum));
        assertEquals(
                List.of(),
                settling.entrySet().stream().filter(e -> e.getValue() > 1).toList(),
                "nothing settles twice");
        assertEquals(List.of(), Gaps.of(kept, Integer.parseInt(INTERVAL)), "no interval is missing");
        long ended = settling.keySet().stream()
                .filter(key -> key.startsWith("verdict "))
                .count();
        long refused = riverside.records().entries().stream()
                .filter(AgentCrashTest::refused)
                .count();
        assertEquals(orders, ended + refused, "each order ended once");
    }

    private static List<StoredRecord> kept(Riverside riverside) {
        try (LedgerReader ledger = Ledger.openReadOnly(riverside.ledger())) {
            return ledger.after(0, 1_000_000);
        }
    }
}
