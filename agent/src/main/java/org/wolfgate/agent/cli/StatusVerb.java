package org.wolfgate.agent.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.CapsInForce;
import org.wolfgate.agent.StatusSocket;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.OutboxDepth;
import org.wolfgate.agent.ledger.StoredRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wolfgate status}: whether the agent of a ledger runs, and what it has stored last. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether the agent runs, how its uplink and clock are, what it has stored last, what waits for the ISO,",
            "and what each node is held to and why: live from the agent while it runs, else as the ledger has it.",
            "Ends with code 3 when the agent is down. Disturbs nothing."
        })
final class StatusVerb implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:STATE_DIRECTORY:-data}",
            description = "folder of the ledger (default: $$STATE_DIRECTORY, else ./data)")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            Optional<String> owner = Ledger.owner(data);
            System.out.println(
                    "agent: " + owner.map(pid -> "runs, process " + pid).orElse("DOWN"));
            System.out.println(
                    "last record: " + ledger.last().map(StatusVerb::line).orElse("none yet"));
            Optional<List<String>> live = owner.flatMap(pid -> StatusSocket.ask(data));
            live.orElseGet(() -> asStored(ledger, owner)).forEach(System.out::println);
            System.out.println("kept from record: " + ledger.first());
            System.out.println(
                    "storage: " + ledger.room() + ", " + ledger.room().means());
            return owner.isPresent() ? 0 : Main.FAILED;
        }
    }

    private List<String> asStored(LedgerReader ledger, Optional<String> owner) {
        String why = owner.map(pid -> "no answer on " + data.resolve(StatusSocket.NAME) + "; look at its journal")
                .orElse("the agent is down");
        OutboxDepth depth = ledger.depth();
        List<String> lines = new ArrayList<>();
        lines.add("not live (" + why + "); as the ledger last had it:");
        lines.add("waiting for the ISO: " + depth.count() + " records at most"
                + depth.oldest().map(at -> ", the oldest of " + at).orElse(""));
        lines.addAll(CapsInForce.lines(ledger));
        return lines;
    }

    private static String line(StoredRecord stored) {
        Duration age = Duration.between(stored.at(), Instant.now());
        return stored.seq() + ", " + stored.record().kind() + " "
                + stored.record().key() + ", " + stored.at() + " (" + age.toSeconds() + " s ago, time "
                + stored.record().timeQuality() + ")";
    }
}
