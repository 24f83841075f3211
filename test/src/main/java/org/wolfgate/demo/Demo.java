package org.wolfgate.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.LedgerReader;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.drivers.sim.RiversideSettings;
import org.wolfgate.drivers.sim.RiversideSubstation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code wolfgate demo}: a day at the substation riverside, every part over its real protocol on the loopback. */
@Command(
        name = "wolfgate demo",
        mixinStandardHelpOptions = true,
        description = "Runs broker, simulated substation, ISO and agent on this machine, and shows what happens.")
public final class Demo implements Callable<Integer> {

    /** From the end of the last order to the end of the demo, so that its verdict and interval arrive. */
    private static final Duration AFTERMATH = Duration.ofSeconds(8);

    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final List<String> NODES =
            List.copyOf(RiversideMarket.scheduled().keySet());

    @Option(names = "--for", paramLabel = "TIME", description = "end by itself after this long, such as 60s or 5min")
    private Optional<Duration> duration = Optional.empty();

    @Option(names = "--broker", paramLabel = "URL", description = "use this MQTT 5 broker, tcp://host:port")
    private Optional<URI> broker = Optional.empty();

    @Option(
            names = "--pull",
            paramLabel = "WHAT",
            description = {
                "pull out broker, meter, plant or agent and put it back; meter:solar@5s+20s says whose, when and for how",
                "long (default: one after the other, 20 s each); may be given several times"
            })
    private List<String> pull = List.of();

    @Option(names = "--json", description = "print the summary as JSON and nothing else")
    private boolean json;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where ledger and logs go (default: target/demo/TIME)")
    private Optional<Path> folder = Optional.empty();

    private final Path home;

    private Demo(Path home) {
        this.home = home;
    }

    public static void main(String[] args) {
        System.exit(run(Path.of(System.getProperty("wolfgate.home", ".")), args));
    }

    /**
     * The demo from start to end.
     *
     * @param home root of the source tree, with the agent's jar built
     * @return 0 if the summary holds
     */
    public static int run(Path home, String... args) {
        CommandLine line = new CommandLine(new Demo(home));
        line.registerConverter(Duration.class, (ITypeConverter<Duration>) Demo::duration);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            System.err.println("wolfgate demo: " + e.getMessage());
            return 1;
        });
        return line.execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, MessageException {
        List<Pull> pulls = IntStream.range(0, pull.size())
                .mapToObj(place -> Pull.parse(pull.get(place), NODES, place))
                .toList();
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path runs = home.resolve("target/demo");
        DemoPlace place = DemoPlace.find(
                home, folder.orElseGet(() -> runs.resolve(began.toString().replace(':', '-'))), broker);
        Screen screen = new Screen(System.out, !json && Boolean.getBoolean("wolfgate.terminal"));
        screen.tell("starting broker, substation, ISO and agent; logs and ledger in " + place.folder());
        Optional<EmbeddedBroker> own = broker.isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedBroker.start(
                        place.broker(), Files.createDirectories(place.folder().resolve("broker"))));
        try {
            Summary summary = play(place, pulls, json ? new Screen(System.err, false) : screen);
            System.out.println(json ? summary.json() : String.join(System.lineSeparator(), summary.lines()));
            return summary.holds() ? 0 : 1;
        } finally {
            place.cable().close();
            own.ifPresent(EmbeddedBroker::close);
        }
    }

    private Summary play(DemoPlace place, List<Pull> pulls, Screen screen)
            throws IOException, InterruptedException, MessageException {
        Topics topics = new Topics("riverside");
        Heard heard = new Heard(topics.root(), screen::tell);
        long seed = 7;
        RiversideSettings settings = RiversideSettings.onFreePorts(seed).onPortsFrom(place.firstPort());
        try (RiversideSubstation substation = RiversideSubstation.start(settings);
                GridFrequency frequency =
                        new GridFrequency(substation.port("transformer-meter"), home.resolve("config"))) {
            try (Iso iso = new Iso(place, topics, frequency, heard, screen::tell)) {
                iso.open(Instant.now());
                AgentProcess agent = AgentProcess.start(home, place, screen::tell);
                Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "stop-agent"));
                awaitTelemetry(heard);
                Pulls hands = new Pulls(pulls, place.cable(), substation, agent, screen::tell);
                watch(iso, agent, hands, new Page(place, heard, screen));
                agent.close();
                awaitUpstream(place, heard);
                return Summary.of(AgentProcess.data(place), heard.records(), NODES, iso.ordered());
            }
        }
    }

    private void watch(Iso iso, AgentProcess agent, Pulls hands, Page page) throws InterruptedException {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant end = start.plus(duration.orElse(FOR_EVER));
        RiversideMarket market = new RiversideMarket(start);
        while (Instant.now().isBefore(end)) {
            iso.turn(market, Instant.now(), end.minus(AFTERMATH));
            hands.turn(Duration.between(start, Instant.now()));
            page.show(title(start, agent), NODES);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** The day begins when every node is on the air: the broker keeps no orders for an agent that never was there. */
    private static void awaitTelemetry(Heard heard) throws InterruptedException {
        Instant giveUp = Instant.now().plusSeconds(60);
        while (NODES.stream().anyMatch(node -> heard.live("telemetry/" + node).isMissingNode())) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("the agent sent no telemetry for 60 s; look into its agent.log");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The last records are on their way while the agent says goodbye. */
    private static void awaitUpstream(DemoPlace place, Heard heard) throws InterruptedException {
        long last;
        try (LedgerReader ledger = Ledger.openReadOnly(AgentProcess.data(place))) {
            last = ledger.last().map(StoredRecord::seq).orElse(0L);
        }
        Instant giveUp = Instant.now().plusSeconds(10);
        while (heard.records().complete() < last && Instant.now().isBefore(giveUp)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static String title(Instant start, AgentProcess agent) {
        return "wolfgate demo: substation riverside, "
                + Duration.between(start, Instant.now()).toSeconds() + " s; agent is process " + agent.pid()
                + " (kill -9 it and watch); Ctrl-C ends";
    }

    private static Duration duration(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,6}) ?(s|min|h)").matcher(text);
        if (!matcher.matches()) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no time span: write 60s, 5min or 1h");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
