package org.wolfgate.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.cli.explain.MomentStory;
import org.wolfgate.agent.cli.explain.OrderRecords;
import org.wolfgate.agent.cli.explain.OrderStory;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate explain TIME|ORDER}: what happened, in sentences. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells in sentences what happened to an order, or around a time.",
            "Reads the flight recorder's ring and the ledger; disturbs nothing, and needs no network."
        })
final class ExplainVerb implements Callable<Integer> {

    @Parameters(paramLabel = "TIME|ORDER", description = "a time such as 2026-11-22T02:30:31Z, or an order's id")
    private String what = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:STATE_DIRECTORY:-data}",
            description = "folder of the ledger and the ring (default: $$STATE_DIRECTORY, else ./data)")
    private Path data = Path.of("");

    @Option(names = "--ring", paramLabel = "PATH", description = "the ring, or one file of it (default: DIR/flight)")
    private Optional<Path> ring = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "SPAN",
            defaultValue = "30s",
            description = "so long before and after a time (default: 30s)")
    private String within = "30s";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path recorded = ring.orElse(data.resolve(Agent.FLIGHT));
        PrintWriter out = spec.commandLine().getOut();
        try {
            Optional<Instant> moment = moment();
            List<String> story = moment.isPresent()
                    ? MomentStory.tell(moment.get(), span(), recorded)
                    : OrderStory.tell(what, recorded, records());
            story.forEach(out::println);
            out.flush();
            return 0;
        } catch (IOException e) {
            throw new IllegalArgumentException("reading the ring in " + recorded + ": " + e, e);
        }
    }

    private OrderRecords records() {
        if (!Files.isDirectory(data)) {
            return new OrderRecords(List.of(), List.of());
        }
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            return OrderRecords.of(ledger, what);
        }
    }

    private Duration span() {
        return TimeText.duration(within);
    }

    private Optional<Instant> moment() {
        try {
            return Optional.of(Instant.parse(what));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
