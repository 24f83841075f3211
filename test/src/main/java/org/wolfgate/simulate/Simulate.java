package org.wolfgate.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.drivers.sim.FaultScript;
import org.wolfgate.drivers.sim.SimulatedSite;
import org.wolfgate.drivers.sim.SiteSettings;
import org.wolfgate.drivers.yaml.Problems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wolfgate simulate FILE}: every device of a configuration, served until it is told to stop. */
@Command(
        name = "wolfgate simulate",
        mixinStandardHelpOptions = true,
        description =
                "Serves every meter and plant of a configuration file on this machine: network lines as Modbus TCP, RTU over"
                        + " TCP or TLS, as the file has them; serial lines on pseudo-terminals (needs socat).",
        footer = {
            "",
            "Example:",
            "  wolfgate simulate config/demo.yaml --script faults.txt",
            "  wolfgate simulate site.yaml --replay data/flight --for 0",
            "",
            "A script has one event in a line: TIME DEVICE FAULT, such as 10s solar-meter silent.",
            "Faults: " + FaultScript.WORDS + ".",
            "Exit code: 0 ended as asked, 1 bad input, or a replay that decides otherwise."
        })
public final class Simulate implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "a substation's configuration file")
    private Path file = Path.of("");

    @Option(names = "--script", paramLabel = "FILE", description = "what goes wrong and when")
    private Optional<Path> script = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "RING",
            description = {
                "play a flight recorder's ring: decide its events once more, say what comes out otherwise, and serve the"
                        + " recorded lines"
            })
    private Optional<Path> replay = Optional.empty();

    @Option(names = "--ports-from", paramLabel = "PORT", description = "put all lines on ports from this one on")
    private Optional<Integer> portsFrom = Optional.empty();

    @Option(
            names = "--tls-keys",
            paramLabel = "DIR",
            description = {
                "where key and certificate of TLS devices lie, made there if they do not; a file with trust:"
                        + " DIR/device.pem runs as it is (default: a fresh folder, printed with the line)"
            })
    private Optional<Path> tlsKeys = Optional.empty();

    @Option(names = "--for", paramLabel = "S", description = "end after so many seconds (default: never)")
    private long seconds = Long.MAX_VALUE / 2_000_000_000L;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "7", description = "of the weather (default: 7)")
    private long seed = 7;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Simulate() {}

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Simulate());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            System.err.println("wolfgate simulate: " + e.getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<TlsKeys> keys = tlsKeys.map(TlsKeys::in);
        Problems problems = new Problems();
        Optional<SubstationConfig> config = SubstationFile.read(file, problems);
        if (config.isEmpty()) {
            problems.list().forEach(System.out::println);
            return 1;
        }
        if (replay.isPresent()) {
            PrintWriter out = spec.commandLine().getOut();
            return new Replay(replay.get(), out).run(config.get().settings(), portsFrom.orElse(15_020), seconds);
        }
        FaultScript faults = FaultScript.parse(
                script.map(Path::toString).orElse(""),
                script.isPresent() ? Files.readAllLines(script.get()) : List.of());
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        try (Ports ports = new Ports(portsFrom, () -> keys.orElseGet(TlsKeys::fresh))) {
            SiteSettings settings = SiteReader.read(Files.readString(file), folder, ports, seed);
            try (SimulatedSite site = SimulatedSite.start(settings)) {
                print(settings, ports);
                play(faults, site);
            }
        }
        return 0;
    }

    private void print(SiteSettings settings, Ports ports) {
        PrintWriter out = spec.commandLine().getOut();
        settings.meters()
                .forEach(meter -> out.println("meter " + meter.name() + ": " + ports.typed(meter.line()) + " unit "
                        + meter.unit() + "  "
                        + meter.profile().map(make -> make.origin().name()).orElse("SunSpec")));
        settings.plants()
                .forEach(plant -> out.println("plant " + plant.name() + ": " + ports.typed(plant.line()) + " unit "
                        + plant.unit() + "  rating " + plant.rating()));
        out.println("serving; Ctrl-C ends");
        out.flush();
    }

    private void play(FaultScript faults, SimulatedSite site) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        for (FaultScript.Event event : faults.events()) {
            sleepUntil(start, event.at());
            event.happen(site);
            out.println(event.words());
            out.flush();
        }
        sleepUntil(start, Duration.ofSeconds(seconds));
    }

    private static void sleepUntil(long start, Duration at) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(at.toNanos() - (System.nanoTime() - start));
    }
}
