package org.wolfgate.agent.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /** The tariff that was asked for; empty if none was. */
    Optional<TariffBasis> read() {
        if (tariff.isEmpty() && (party.isPresent() || !inputs.isEmpty())) {
            throw new IllegalArgumentException("--party and --tariff-input are for a tariff; give --tariff FILE too");
        }
        return tariff.map(this::read);
    }

    private TariffBasis read(Path file) {
        Problems problems = new Problems();
        Tariff read = TariffFile.read(file.toString(), text(file), problems)
                .orElseThrow(() ->
                        new IllegalArgumentException(problems.list().get(0).toString()));
        for (String input : inputs.keySet()) {
            if (!(read.rates().get(input) instanceof Rate.Input)) {
                throw new IllegalArgumentException("--tariff-input " + input + ": " + read.id()
                        + " has no such input; its inputs are " + names(read));
            }
        }
        return new TariffBasis(read, chosen(read), inputs);
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

    private static String names(Tariff tariff) {
        return tariff.rates().entrySet().stream()
                .filter(rate -> rate.getValue() instanceof Rate.Input)
                .map(Map.Entry::getKey)
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "reading the tariff " + file + ": " + e + "; the tariffs that come with it are in config/tariffs",
                    e);
        }
    }
}
