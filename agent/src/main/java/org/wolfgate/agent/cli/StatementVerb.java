package org.wolfgate.agent.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.cli.statement.BilledBlock;
import org.wolfgate.agent.cli.statement.CsvFormat;
import org.wolfgate.agent.cli.statement.ExplainedLine;
import org.wolfgate.agent.cli.statement.JsonFormat;
import org.wolfgate.agent.cli.statement.OrderMoney;
import org.wolfgate.agent.cli.statement.Statement;
import org.wolfgate.agent.cli.statement.StatementEntry;
import org.wolfgate.agent.cli.statement.StatementSource;
import org.wolfgate.agent.cli.statement.TariffBasis;
import org.wolfgate.agent.cli.statement.TariffBills;
import org.wolfgate.agent.cli.statement.TariffFormat;
import org.wolfgate.agent.cli.statement.TariffJson;
import org.wolfgate.agent.cli.statement.TextFormat;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.metering.Interval;
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

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private SpanOptions span = new SpanOptions();

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
        Optional<SubstationConfig> substation = site.read();
        if (substation.isEmpty()) {
            return Main.BAD_INPUT;
        }
        Optional<TariffBasis> basis = tariff.read();
        try (LedgerReader ledger = Ledger.openReadOnly(site.data())) {
            PrintWriter out = spec.commandLine().getOut();
            lines(substation.get(), basis, ledger).forEach(out::println);
            out.flush();
            return 0;
        }
    }

    private List<String> lines(SubstationConfig substation, Optional<TariffBasis> basis, LedgerReader ledger) {
        if (explain.isPresent()) {
            return explained(read(substation, ledger, SpanOptions.place(explain.get())), explain.get());
        }
        Statement statement = read(substation, ledger, span.span());
        return basis.isPresent()
                ? billed(basis.get(), statement)
                : printed(allVersions ? statement : statement.latest());
    }

    private Statement read(SubstationConfig substation, LedgerReader ledger, Interval time) {
        StatementSource source = new StatementSource(ledger);
        List<StatementEntry> lines = new ArrayList<>();
        List<OrderMoney> orders = new ArrayList<>();
        for (String node : wanted(substation)) {
            lines.addAll(source.lines(node, time.start(), time.end()));
            orders.addAll(source.orders(node, time.start(), time.end()));
        }
        return new Statement(
                substation.settings().substation(), substation.currency(), time.start(), time.end(), lines, orders);
    }

    private List<String> wanted(SubstationConfig substation) {
        List<String> all =
                substation.settings().nodes().stream().map(NodeSettings::id).toList();
        for (String node : nodes) {
            if (!all.contains(node)) {
                throw new IllegalArgumentException(
                        "--node " + node + " is not in " + site.config() + "; its nodes are " + String.join(", ", all));
            }
        }
        return nodes.isEmpty() ? all : nodes;
    }

    private List<String> printed(Statement statement) {
        return switch (format) {
            case text -> TextFormat.of(statement);
            case csv -> CsvFormat.of(statement);
            case json -> List.of(JsonFormat.of(statement));
        };
    }

    private List<String> billed(TariffBasis basis, Statement statement) {
        TariffBills bills = new TariffBills(basis);
        Map<String, List<BilledBlock>> byNode = new LinkedHashMap<>();
        statement.byNode().forEach((node, lines) -> byNode.put(node, bills.of(lines)));
        return switch (format) {
            case text -> TariffFormat.text(basis, statement, byNode);
            case csv -> TariffFormat.csv(basis, byNode);
            case json -> List.of(TariffJson.of(basis, statement, byNode));
        };
    }

    private List<String> explained(Statement statement, String id) {
        return ExplainedLine.of(statement, id)
                .orElseThrow(() -> new IllegalArgumentException("--explain " + id + ": the ledger in " + site.data()
                        + " has no such line; take an id from 'wolfgate statement --format csv --all-versions'"));
    }
}
