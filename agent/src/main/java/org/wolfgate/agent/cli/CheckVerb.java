package org.wolfgate.agent.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.profile.ProfileFile;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wolfgate check FILE...}: finds every problem of a configuration without touching anything. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates configuration files; prints file:line:column for every problem. Touches nothing.")
final class CheckVerb implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "substation files, meter profiles, plant profiles")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        int found = 0;
        for (Path file : files) {
            Problems problems = new Problems();
            Optional<String> profile = ProfileFile.check(file, problems);
            if (profile.isEmpty()) {
                SubstationFile.read(file, problems);
            }
            print(problems.list());
            found += problems.list().size();
            if (problems.isEmpty()) {
                System.out.println(file + ": no problems"
                        + profile.map(what -> "; " + what).orElse(""));
            }
        }
        return found == 0 ? 0 : Main.BAD_INPUT;
    }

    static void print(List<Problem> problems) {
        problems.forEach(System.out::println);
    }
}
