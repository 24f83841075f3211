package org.wolfgate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.InboundHandler;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.ModbusServer;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.modbus.TcpLine;
import org.wolfgate.drivers.yaml.Problems;

/**
 * {@code test/bench order}: from publishing a signed order to the plant having its set-point, against the floor in the same
 * run: one delivery by the same broker and client, one write by the same Modbus line, and nothing in between. Orders and
 * floor take turns; ten nodes take
 * turns, and fifty meters are polled on the side by the agent all the time.
 */
final class OrderBench {

    private static final int WARM_UP = 60;
    private static final int RUNS = 300;
    private static final int METERS = 50;
    private static final int NODES = 10;
    private static final Topics TOPICS = new Topics("bench");

    private final Path folder;

    OrderBench(Path home) throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "order-bench");
    }

    /** The floor only has to be there: it works by itself. */
    @SuppressWarnings("try")
    void run() throws IOException, InterruptedException, TrustException {
        SigningKey key = SigningKey.fresh();
        KeySet.of(key).save(folder.resolve("iso.jwks"));
        SigningKey.fresh().save(folder.resolve("bench.jwk"));
        DeskSigner signer = new DeskSigner(key, "iso", "bench");
        BenchImage image = new BenchImage();
        try (BrokerProcess broker = BrokerProcess.start(folder);
                ModbusServer devices = ModbusServer.start("127.0.0.1", 0, image);
                TcpLine line = new TcpLine("floor", "127.0.0.1", devices.port(), Duration.ofSeconds(1));
                Agent agent = Agent.start(config(broker.url(), devices.port()), folder.resolve("ledger"));
                DeskLink floor =
                        link(broker.url(), "floor", List.of("floor"), message -> write(line, message.payload()));
                DeskLink desk = link(broker.url(), "desk", List.of("desk"), message -> {})) {
            broker.awaitSubscribers();
            agent.awaitRehearsed();
            double first = once(image, desk, TOPICS.orders(), order(signer, 59_900), 59_900) / 1e6;
            System.out.printf(Locale.ROOT, "order first of a fresh agent: %.2f ms%n", first);
            Stopwatch floors = new Stopwatch(RUNS);
            Stopwatch orders = new Stopwatch(RUNS);
            for (int i = 0; i < WARM_UP + RUNS; i++) {
                long bare =
                        once(image, desk, "floor", Integer.toString(10_000 + i).getBytes(UTF_8), 10_000 + i);
                // Each order cuts deeper than the one before, as an ISO does while a line fills up.
                byte[] order = order(signer, 59_000 - i);
                long whole = once(image, desk, TOPICS.orders(), order, 59_000 - i);
                if (i >= WARM_UP) {
                    floors.add(bare);
                    orders.add(whole);
                }
            }
            print(floors, orders);
        }
    }

    private static void print(Stopwatch floors, Stopwatch orders) {
        for (int percent : new int[] {50, 99}) {
            double ours = orders.percentile(percent);
            double floor = floors.percentile(percent);
            System.out.printf(
                    Locale.ROOT,
                    "order %s: %.2f ms (floor %.2f ms, ratio %.2f)%n",
                    "p" + percent,
                    ours,
                    floor,
                    ours / floor);
        }
    }

    private static long once(BenchImage image, DeskLink desk, String topic, byte[] message, int kilowatts)
            throws InterruptedException {
        long start = System.nanoTime();
        var unused = desk.publish(topic, message, false);
        long end = image.awaitSetPoint(kilowatts, 10, TimeUnit.SECONDS);
        // The line is quiet again before the next one, as orders do not come in bursts.
        TimeUnit.MILLISECONDS.sleep(30);
        return end - start;
    }

    private static void write(TcpLine line, byte[] payload) {
        int kilowatts = Integer.parseInt(new String(payload, UTF_8));
        line.exchange(new Request.WriteMany(1, 1000, List.of(0, kilowatts)));
    }

    private static byte[] order(DeskSigner signer, int kilowatts) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CurtailmentOrder order = new CurtailmentOrder(
                "b" + kilowatts,
                now.toEpochMilli(),
                "iso",
                "node" + kilowatts % NODES,
                ActivePower.ofKilowatts(kilowatts),
                Optional.empty(),
                Optional.empty(),
                now,
                now.plusSeconds(600),
                Duration.ofSeconds(60),
                "bench",
                now);
        return signer.sign(OrderMessages.write("bench", order), order.sequence(), now);
    }

    private static DeskLink link(String broker, String name, List<String> filters, InboundHandler handler) {
        UplinkSettings settings =
                new UplinkSettings(broker, name, TOPICS.root(), filters, Optional.empty(), Pace.normal());
        return new DeskLink(settings, handler, Monotonic.system());
    }

    private static String names(String prefix) {
        return IntStream.range(0, NODES).mapToObj(i -> prefix + i).collect(Collectors.joining(", "));
    }

    private SubstationConfig config(String broker, int port) {
        StringBuilder text = new StringBuilder("""
                substation: bench
                currency: USD
                frequency: 60 Hz
                settlement: {interval: 5 min, pricing: {parameters: illustrative-60hz}}
                trust: {orders: signed, key: bench.jwk, issuers: {iso: {keys: iso.jwks, nodes: [%s]}}}
                uplink: {broker: "%s", client-id: bench}
                lines:
                  plant-line: {family: modbus-tcp, host: 127.0.0.1, port: %d}
                """.formatted(names("node"), broker, port));
        for (int line = 0; line < METERS / 10; line++) {
            text.append("  line-%d: {family: modbus-tcp, host: 127.0.0.1, port: %d}%n".formatted(line, port));
        }
        text.append("meters:\n");
        for (int meter = 0; meter < METERS; meter++) {
            text.append("  m%d: {line: line-%d, unit: %d, profile: schneider-pm5500, poll: 1 s}%n"
                    .formatted(meter, meter / 10, meter % 10 + 1));
        }
        text.append("plants:\n");
        for (int node = 0; node < NODES; node++) {
            text.append("  plant%d: {line: plant-line, unit: %d, profile: kilowatt-set-point, rating: 60 MW}%n"
                    .formatted(node, node + 1));
        }
        text.append("nodes:\n");
        for (int node = 0; node < NODES; node++) {
            text.append(("  node%d: {zone: west, meter: m%d, rating: 60 MW, plants: [plant%d], contract: no-contract,"
                            + " accuracy-class: 0.5 %%}%n")
                    .formatted(node, node, node));
        }
        Problems problems = new Problems();
        return SubstationFile.read("bench.yaml", text.toString(), folder, problems)
                .orElseThrow(() -> new IllegalStateException(problems.list().toString()));
    }
}
