package org.wolfgate.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** The demo as a user runs it, on a real broker with an independent listener, and everything pulled out in turn. */
class DemoSurvivesTest {

    @Test
    void whateverIsPulledTheNodeGoesDownItsLadderThePageSaysWhyAndNoIntervalIsLost(@TempDir Path folder)
            throws Exception {
        Path run = folder.resolve("run");
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                Program observer = broker.subscriber("observer", "wolfgate/v1/riverside/#", "%t %p");
                Program demo = demo(broker, run)) {
            meterAndPlant(observer, demo);
            brokerAndAgent(observer, demo);
            demo.awaitLine("the demo comes to its summary", line -> line.contains("\"statements\""));
            assertEquals(0, demo.awaitEnd(), "the demo's own checks hold");

            List<StoredRecord> records;
            try (LedgerReader ledger = Ledger.openReadOnly(run.resolve("ledger"))) {
                records = ledger.after(0, 100_000);
            }
            assertEquals(2, records.stream().map(StoredRecord::boot).distinct().count(), "two runs of the agent");
            assertEquals(List.of(), gaps(records), "no interval is missing");
            Await.until(
                    "the observer saw every record",
                    () -> sequences(observer).size() == records.size(),
                    () -> sequences(observer) + " of " + records.size());
        }
    }

    private static void meterAndPlant(Program observer, Program demo) {
        observer.awaitLine(
                "the meter's ladder is known upstream",
                telemetry("solar", "\"fail_safe\":\"METER\",\"rung\":\"FALLBACK\""));
        demo.awaitLine(
                "the page shows the fallback cap and why",
                row("solar", "30.00", "fail-safe: no good word of the node's meter since"));
        observer.awaitLine(
                "the plant's ladder is known upstream", telemetry("wind", "\"fail_safe\":\"PLANT\",\"rung\":\"TRIP\""));
        demo.awaitLine("the page shows the trip and why", row("wind", "0.00", "no good word of a plant since"));
    }

    private static void brokerAndAgent(Program observer, Program demo) {
        observer.awaitLine("the broker misses the agent", line -> line.contains("connection lost"));
        demo.awaitLine(
                "the page shows the cabinet's own word",
                line -> line.contains("node hydro: ")
                        && line.contains("fail-safe UPSTREAM HOLD; ")
                        && line.contains("no good word of the ISO since"));
        demo.awaitLine("the agent is killed", line -> line.contains("the agent's process ended with code 137"));
        demo.awaitLine("the page says that it is down", line -> line.contains("agent: DOWN"));
    }

    private static Program demo(Mosquitto broker, Path run) {
        List<String> command = Verb.command("org.wolfgate.demo.Demo", "--broker", broker.url(), "--json");
        command.add(1, "-Dwolfgate.home=..");
        command.addAll(List.of("--for", "42s", "--folder", run.toString()));
        for (String pull : List.of("meter:solar@1s+10s", "plant:wind@1s+13s", "broker@13s+10s", "agent@24s+7s")) {
            command.addAll(List.of("--pull", pull));
        }
        return Program.start(command);
    }

    private static Predicate<String> telemetry(String node, String part) {
        return line -> line.startsWith("wolfgate/v1/riverside/telemetry/" + node) && line.contains(part);
    }

    private static Predicate<String> row(String node, String cap, String why) {
        return line -> line.startsWith(node) && line.contains(" " + cap + " ") && line.contains(why);
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
