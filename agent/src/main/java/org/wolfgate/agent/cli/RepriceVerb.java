package org.wolfgate.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.wolfgate.agent.OfflineRepricing;
import org.wolfgate.agent.OfflineRepricing.Outcome;
import org.wolfgate.agent.cli.inputs.InputFile;
import org.wolfgate.agent.cli.inputs.InputSeries;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.control.LateInputs;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wolfgate reprice -c FILE --inputs FILE}: new versions of lines that wait for the ISO; the agent is stopped. */
@Command(
        name = "reprice",
        mixinStandardHelpOptions = true,
        description =
                "Prices intervals that still wait for a frequency or a flowgate's loading with the operator's, which came"
                        + " too late for the agent. Appends new versions to the ledger; the agent must not run meanwhile, except with --dry-run.")
final class RepriceVerb implements Callable<Integer> {

    private static final String FREQUENCY = "frequency_hz";
    private static final String ACE = "ace_mw";

    /** With the gate's name behind it. */
    private static final String LOADING = "loading_";

    @Mixin
    private SiteOptions site = new SiteOptions();

    @Mixin
    private SpanOptions span = new SpanOptions();

    @Option(
            names = "--inputs",
            required = true,
            paramLabel = "FILE",
            description = "a table or JSON with time and " + FREQUENCY + ", " + ACE + " or " + LOADING
                    + "{gate}, flow over limit; each row as long as an interval or longer")
    private Path inputs = Path.of("");

    @Option(names = "--dry-run", description = "say what would be made and change nothing; the agent may run")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Optional<SubstationConfig> substation = site.read();
        if (substation.isEmpty()) {
            return Main.BAD_INPUT;
        }
        List<String> gates = substation.get().settings().priced().stream()
                .map(gate -> gate.curve().id())
                .toList();
        InputSeries series = series(gates);
        Function<Interval, LateInputs> late = time -> late(series.over(time), gates);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Outcome outcome = dryRun
                ? OfflineRepricing.tried(substation.get(), site.data(), span.span(), late, now)
                : OfflineRepricing.done(substation.get(), site.data(), span.span(), late, now);
        PrintWriter out = spec.commandLine().getOut();
        outcome.made().forEach(line -> out.println(said(line)));
        out.println(outcome.made().size() + (dryRun ? " new versions would be made; " : " new versions made; ")
                + outcome.waiting() + " intervals of this time still wait for a frequency or a loading");
        out.flush();
        return 0;
    }

    private static String said(SettledInterval line) {
        return line.node() + "/" + line.deviation().metered().interval().start() + "/"
                + line.deviation().version() + " " + line.finality() + ": frequency "
                + line.deviation().price().frequency().map(Frequency::toString).orElse("not known") + ", price "
                + line.deviation().price().price() + ", amount "
                + line.deviation().amount();
    }

    private InputSeries series(List<String> gates) {
        Problems problems = new Problems();
        Set<String> names = new TreeSet<>(Set.of(FREQUENCY, ACE));
        gates.forEach(gate -> names.add(LOADING + gate));
        return InputFile.read(inputs.toString(), text(), names, problems)
                .orElseThrow(() -> new IllegalArgumentException(
                        String.valueOf(problems.list().get(0))));
    }

    private String text() {
        try {
            return Files.readString(inputs);
        } catch (IOException e) {
            throw new IllegalArgumentException("reading the inputs from " + inputs + ": " + e + "; check the path", e);
        }
    }

    private LateInputs late(Map<String, BigDecimal> known, List<String> gates) {
        Map<String, PerUnit> loadings = new HashMap<>();
        gates.forEach(gate -> Optional.ofNullable(known.get(LOADING + gate))
                .ifPresent(loading -> loadings.put(gate, loading(loading))));
        return new LateInputs(
                Optional.ofNullable(known.get(FREQUENCY)).map(this::frequency),
                Optional.ofNullable(known.get(ACE)).map(mw -> ActivePower.parse(mw.toPlainString() + " MW")),
                loadings);
    }

    /** Ten times a limit is another quantity, or percent. */
    private PerUnit loading(BigDecimal share) {
        if (share.abs().compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException(inputs + ": " + share.toPlainString()
                    + " is no loading of a flowgate; write flow over limit, such as 0.85");
        }
        return PerUnit.of(share);
    }

    /** A frequency far from 50 and 60 Hz is another quantity, or another unit. */
    private Frequency frequency(BigDecimal hertz) {
        if (hertz.compareTo(new BigDecimal(40)) < 0 || hertz.compareTo(new BigDecimal(70)) > 0) {
            throw new IllegalArgumentException(
                    inputs + ": " + hertz.toPlainString() + " is no frequency of a grid; write Hz, such as 59.980");
        }
        return Frequency.parse(hertz.toPlainString() + " Hz");
    }
}
