package org.wolfgate.agent.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wolfgate.agent.cli.inputs.InputFile;
import org.wolfgate.agent.cli.inputs.InputSeries;
import org.wolfgate.agent.cli.statement.TariffBasis;
import org.wolfgate.agent.config.TariffFile;
import org.wolfgate.agent.pricing.tariff.Party;
import org.wolfgate.agent.pricing.tariff.Rate;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Option;

/** The options of {@code wolfgate statement} that bill the ledger by a tariff. */
final class TariffOptions {

    @Option(
            names = "--tariff",
            paramLabel = "FILE",
            description =
                    "bill the metered and scheduled energy by this tariff, such as config/tariffs/in-ui-2010.yaml,"
                            + " in the tariff's blocks")
    private Optional<Path> tariff = Optional.empty();

    @Option(
            names = "--party",
            paramLabel = "NAME",
            description = "what the nodes are to the tariff (default: its only party)")
    private Optional<String> party = Optional.empty();

    @Option(
            names = "--tariff-input",
            paramLabel = "NAME=VALUE",
            description =
                    "an input of the tariff that no ledger holds, such as a market price, in the tariff's unit and"
                            + " for every block; without it amounts that need it are unknown")
    private Map<String, BigDecimal> inputs = new LinkedHashMap<>();

    @Option(
            names = "--tariff-inputs",
            paramLabel = "FILE",
            description = "inputs block by block: a table with the head time;NAME or time;end;NAME, or JSON such as"
                    + " [{\"time\": \"2026-11-22T00:00:00Z\", \"price\": 61.20}]; an unknown value is left empty")
    private Optional<Path> series = Optional.empty();

    /** The tariff that was asked for; empty if none was. */
    Optional<TariffBasis> read() {
        if (tariff.isEmpty() && (party.isPresent() || !inputs.isEmpty() || series.isPresent())) {
            throw new IllegalArgumentException(
                    "--party, --tariff-input and --tariff-inputs are for a tariff; give --tariff FILE too");
        }
        return tariff.map(this::read);
    }

    private TariffBasis read(Path file) {
        Problems problems = new Problems();
        Tariff read = TariffFile.read(file.toString(), text("the tariff", file), problems)
                .orElseThrow(() -> refused(problems));
        Set<String> names = names(read);
        for (String input : inputs.keySet()) {
            if (!names.contains(input)) {
                throw new IllegalArgumentException(
                        "--tariff-input " + input + ": " + read.id() + " has no such input; its inputs are "
                                + (names.isEmpty() ? "none" : String.join(", ", names)));
            }
        }
        Party chosen = chosen(read);
        return new TariffBasis(
                read, chosen, inputs, series.map(from -> series(from, names)).orElse(InputSeries.NONE));
    }

    private InputSeries series(Path file, Set<String> names) {
        Problems problems = new Problems();
        InputSeries read = InputFile.read(file.toString(), text("the inputs", file), names, problems)
                .orElseThrow(() -> refused(problems));
        for (String input : inputs.keySet()) {
            if (read.has(input)) {
                throw new IllegalArgumentException(
                        "--tariff-input " + input + ": " + file + " gives it block by block; leave one of them out");
            }
        }
        return read;
    }

    private static IllegalArgumentException refused(Problems problems) {
        int more = problems.list().size() - 1;
        return new IllegalArgumentException(
                problems.list().get(0) + (more == 0 ? "" : " (and " + more + " more problems)"));
    }

    private Party chosen(Tariff tariff) {
        String all = String.join(", ", tariff.parties().keySet());
        if (party.isPresent()) {
            return tariff.party(party.get())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--party " + party.get() + " is not in " + tariff.id() + "; its parties are " + all));
        }
        if (tariff.parties().size() != 1) {
            throw new IllegalArgumentException(
                    tariff.id() + " bills these parties: " + all + "; say with --party which the nodes are");
        }
        return tariff.parties().values().iterator().next();
    }

    private static Set<String> names(Tariff tariff) {
        return tariff.rates().entrySet().stream()
                .filter(rate -> rate.getValue() instanceof Rate.Input)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(String what, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "reading " + what + " from " + file + ": " + e + "; check the path; tariffs are in config/tariffs",
                    e);
        }
    }
}
