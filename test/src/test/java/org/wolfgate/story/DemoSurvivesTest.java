package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.demo.Demo;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** The demo as a user runs it, on a real broker with an independent listener, and the agent killed in the middle. */
class DemoSurvivesTest {

    @Test
    void killingTheAgentInTheMiddleLosesNoInterval(@TempDir Path folder) throws Exception {
        Path run = folder.resolve("run");
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                Program listener = broker.subscriber("observer", "wolfgate/v1/riverside/record/#", "%t %p")) {
            CompletableFuture<Integer> demo = CompletableFuture.supplyAsync(() -> Demo.run(
                    Path.of(".."), "--broker", broker.url(), "--for", "45s", "--json", "--folder", run.toString()));
            listener.awaitLine("an order is applied", line -> line.contains("\"state\":\"APPLIED\""));
            agent(run).orElseThrow().destroyForcibly();
            assertEquals(0, demo.get(), "the demo's own checks hold");

            List<StoredRecord> records;
            try (LedgerReader ledger = Ledger.openReadOnly(run.resolve("ledger"))) {
                records = ledger.after(0, 100_000);
            }
            assertEquals(2, records.stream().map(StoredRecord::boot).distinct().count(), "two runs of the agent");
            assertEquals(List.of(), gaps(records), "no interval is missing");
            Await.until(
                    "the observer saw every record",
                    () -> sequences(listener).size() == records.size(),
                    () -> sequences(listener) + " of " + records.size());
        }
    }

    /** The agent's process is known by the folder of its ledger. */
    private static Optional<ProcessHandle> agent(Path run) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(run.resolve("ledger").toString()))
                        .isPresent())
                .findFirst();
    }

    /** Interval keys are node/start/version: between the first and the last start of a node, every 5 s must be there. */
    private static List<String> gaps(List<StoredRecord> records) {
        List<String> keys = records.stream()
                .filter(stored -> stored.record().kind().equals("interval"))
                .map(stored -> stored.record().key())
                .toList();
        assertEquals(keys.size(), keys.stream().distinct().count(), "no interval version twice");
        return List.of("solar", "wind", "hydro").stream()
                .flatMap(node -> {
                    TreeSet<Long> starts = keys.stream()
                            .filter(key -> key.startsWith(node + "/"))
                            .map(key -> java.time.Instant.parse(key.split("/", -1)[1])
                                    .getEpochSecond())
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertTrue(starts.size() >= 6, node + " has " + starts.size() + " intervals");
                    return java.util.stream.LongStream.iterate(
                                    starts.first(), start -> start <= starts.last(), start -> start + 5)
                            .filter(start -> !starts.contains(start))
                            .mapToObj(start -> node + " at " + start);
                })
                .toList();
    }

    private static Set<String> sequences(Program listener) {
        return listener.lines().stream()
                .filter(line -> line.contains("\"seq\":"))
                .map(line -> line.replaceFirst(".*?\"seq\":(\\d+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
