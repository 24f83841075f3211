package org.wolfgate.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.config.TariffFile;
import org.wolfgate.agent.pricing.Cautions;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.drivers.profile.ProfileFile;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate check FILE...}: finds every problem of a configuration without touching anything. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates configuration files; prints file:line:column for every problem. Touches nothing.")
final class CheckVerb implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "substation files, tariff files, meter profiles, plant profiles")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int found = 0;
        for (Path file : files) {
            Problems problems = new Problems();
            Optional<String> good = check(file, problems);
            problems.list().forEach(out::println);
            found += problems.list().size();
            if (problems.isEmpty()) {
                out.println(
                        file + ": no problems" + good.map(what -> "; " + what).orElse(""));
            }
        }
        out.flush();
        return found == 0 ? 0 : Main.BAD_INPUT;
    }

    /** What the file is, in words. */
    private static Optional<String> check(Path file, Problems problems) {
        return ProfileFile.check(file, problems)
                .or(() -> tariff(file)
                        .map(text -> TariffFile.read(file.toString(), text, problems)
                                .map(Tariff::label)
                                .orElse("")))
                .or(() -> SubstationFile.read(file, problems).map(CheckVerb::pricing));
    }

    /** The text of a tariff file; a file that cannot be read, or is something else, is taken for a substation's. */
    private static Optional<String> tariff(Path file) {
        try {
            return Optional.of(Files.readString(file))
                    .filter(text -> text.lines().anyMatch(l -> l.startsWith("tariff:")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String pricing(SubstationConfig config) {
        SystemPrice price = config.settings().price();
        return String.join(
                "; ",
                Stream.concat(Stream.of("priced by " + Cautions.label(price)), Cautions.of(price).stream())
                        .toList());
    }

    static void print(List<Problem> problems) {
        problems.forEach(System.out::println);
    }
}
