package org.wolfgate.agent.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.cli.statement.BilledBlock;
import org.wolfgate.agent.cli.statement.CsvFormat;
import org.wolfgate.agent.cli.statement.JsonFormat;
import org.wolfgate.agent.cli.statement.OrderMoney;
import org.wolfgate.agent.cli.statement.Statement;
import org.wolfgate.agent.cli.statement.StatementEntry;
import org.wolfgate.agent.cli.statement.StatementSource;
import org.wolfgate.agent.cli.statement.TariffBasis;
import org.wolfgate.agent.cli.statement.TariffBills;
import org.wolfgate.agent.cli.statement.TariffFormat;
import org.wolfgate.agent.cli.statement.TextFormat;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.settlement.Explanation;
import org.wolfgate.agent.settlement.InsuranceExplanation;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wolfgate statement -c FILE}: what was metered, priced and owed, from the ledger; the agent may run. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        description = "Prints the statement lines of a span of time from the ledger, or explains one of them. Changes"
                + " nothing; the agent may run meanwhile.")
final class StatementVerb implements Callable<Integer> {

    /** The forms in which a statement is printed. */
    enum Format {
        text,
        csv,
        json
    }

    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "the substation's file")
    private Path config = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:STATE_DIRECTORY:-data}",
            description = "folder of the ledger (default: $$STATE_DIRECTORY as systemd sets it, else ./data)")
    private Path data = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "first interval, UTC: 2026-11-22 or 2026-11-22T06:00:00Z (default: 24 h before --to)")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "where it ends, exclusive, UTC (default: now)")
    private Optional<String> to = Optional.empty();

    @Option(names = "--node", paramLabel = "NODE", description = "this node alone; may be given more than once")
    private List<String> nodes = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, csv or json (default: text)")
    private Format format = Format.text;

    @Option(names = "--all-versions", description = "print superseded versions too; they are in no sum")
    private boolean allVersions;

    @Option(
            names = "--explain",
            paramLabel = "ID",
            description = "tell how one amount came about: NODE/START, or NODE/START/VERSION for an earlier version")
    private Optional<String> explain = Optional.empty();

    @Mixin
    private TariffOptions tariff = new TariffOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Optional<SubstationConfig> checked = SubstationFile.read(config, problems);
        if (checked.isEmpty()) {
            CheckVerb.print(problems.list());
            return Main.BAD_INPUT;
        }
        try (LedgerReader ledger = Ledger.openReadOnly(data)) {
            PrintWriter out = spec.commandLine().getOut();
            if (explain.isPresent()) {
                explanation(read(checked.get(), ledger, place(explain.get())), explain.get())
                        .forEach(out::println);
            } else {
                Optional<TariffBasis> basis = tariff.read();
                Statement statement = read(checked.get(), ledger, span());
                basis.ifPresentOrElse(by -> bills(by, statement, out), () -> print(statement, out));
            }
            out.flush();
            return 0;
        }
    }

    private record Span(Instant from, Instant to) {}

    private Span span() {
        Instant end = to.map(text -> time("--to", text)).orElseGet(Instant::now);
        Instant start = from.map(text -> time("--from", text)).orElse(end.minus(24, ChronoUnit.HOURS));
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "--from " + start + " is not before --to " + end + "; exchange them or choose others");
        }
        return new Span(start.truncatedTo(ChronoUnit.SECONDS), end.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Span place(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException(
                    "--explain " + id + ": an amount is named NODE/START or NODE/START/VERSION, as in the statement");
        }
        Instant start = time("--explain", parts[1]);
        return new Span(start, start.plusSeconds(1));
    }

    private Statement read(SubstationConfig substation, LedgerReader ledger, Span span) {
        StatementSource source = new StatementSource(ledger);
        List<StatementEntry> lines = new ArrayList<>();
        List<OrderMoney> orders = new ArrayList<>();
        for (String node : wanted(substation)) {
            lines.addAll(source.lines(node, span.from(), span.to()));
            orders.addAll(source.orders(node, span.from(), span.to()));
        }
        return new Statement(
                substation.settings().substation(), substation.currency(), span.from(), span.to(), lines, orders);
    }

    private List<String> wanted(SubstationConfig substation) {
        List<String> all =
                substation.settings().nodes().stream().map(NodeSettings::id).toList();
        for (String node : nodes) {
            if (!all.contains(node)) {
                throw new IllegalArgumentException(
                        "--node " + node + " is not in " + config + "; its nodes are " + String.join(", ", all));
            }
        }
        return nodes.isEmpty() ? all : nodes;
    }

    private void print(Statement all, PrintWriter out) {
        Statement shown = allVersions ? all : all.latest();
        switch (format) {
            case text -> TextFormat.of(shown).forEach(out::println);
            case csv -> CsvFormat.of(shown).forEach(out::println);
            case json -> out.println(JsonFormat.of(shown));
        }
    }

    private void bills(TariffBasis basis, Statement statement, PrintWriter out) {
        if (format == Format.json) {
            throw new IllegalArgumentException("--format json with --tariff is not there; choose text or csv");
        }
        TariffBills bills = new TariffBills(basis);
        Map<String, List<BilledBlock>> byNode = new LinkedHashMap<>();
        statement.byNode().forEach((node, lines) -> byNode.put(node, bills.of(lines)));
        List<String> text =
                format == Format.csv ? TariffFormat.csv(basis, byNode) : TariffFormat.text(basis, statement, byNode);
        text.forEach(out::println);
    }

    private List<String> explanation(Statement statement, String id) {
        StatementEntry line = statement
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("--explain " + id + ": the ledger in " + data
                        + " has no such line; take an id from 'wolfgate statement --format csv --all-versions'"));
        List<String> sentences = new ArrayList<>();
        sentences.add("Node " + line.settled().node() + " at substation " + statement.substation() + ", amounts in "
                + statement.currency() + "; " + line.standing() + ".");
        sentences.addAll(Explanation.of(line.settled().deviation()));
        line.settled().units().forEach(unit -> sentences.addAll(InsuranceExplanation.of(unit)));
        return sentences;
    }

    private static Instant time(String option, String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " " + text + " is no time; write 2026-11-22 or 2026-11-22T06:00:00Z, in UTC", e);
        }
    }
}
