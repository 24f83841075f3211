package org.wolfgate.agent.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.gpio.GpioCheck;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wolfgate selftest}: what this controller can drive; with {@code --relays}, every relay step in turn. */
@Command(
        name = "selftest",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the GPIO path and says whether relays can be driven here. Moves nothing.",
            "With --relays -c FILE it moves every relay of the file through its steps: stop the agent first, and have the"
                    + " plants blocked or in local control."
        })
final class SelftestVerb implements Callable<Integer> {

    @Option(names = "--relays", description = "move every relay step of the substation's file")
    private boolean relays;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "the substation's file, for --relays")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--hold",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "how long each step stays (default: ${DEFAULT-VALUE})")
    private int hold;

    @Override
    public Integer call() {
        if (!relays) {
            GpioCheck.Outcome gpio = GpioCheck.run();
            System.out.println("gpio: " + (gpio.works() ? "" : "not usable: ") + gpio.text());
            return 0;
        }
        if (config.isEmpty() || hold < 0 || hold > 3_600) {
            System.err.println("wolfgate selftest: --relays needs -c FILE, and --hold is 0 to 3600 seconds");
            return Main.BAD_INPUT;
        }
        Problems problems = new Problems();
        Optional<SubstationConfig> checked = SubstationFile.read(config.get(), problems);
        CheckVerb.print(problems.list());
        return checked.map(substation -> new RelayWalk(substation, Duration.ofSeconds(hold)).run())
                .orElse(Main.BAD_INPUT);
    }
}
