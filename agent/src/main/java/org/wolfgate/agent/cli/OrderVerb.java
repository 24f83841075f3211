package org.wolfgate.agent.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.desk.DeskSigner;
import org.wolfgate.agent.desk.OrderDesk;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.TlsFiles;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.OrderMessages;
import org.wolfgate.drivers.ActivePower;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wolfgate order}: makes, signs and sends one curtailment order, and follows it to its verdict. */
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Makes, signs and sends a curtailment order, and follows it to its verdict.")
final class OrderVerb implements Callable<Integer> {

    @Option(names = "--broker", required = true, paramLabel = "URL", description = "ssl://host:port or tcp://host:port")
    private URI broker = URI.create("tcp://127.0.0.1:1883");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "the issuer's private key, NAME.jwk")
    private Path key = Path.of("");

    @Option(names = "--issuer", defaultValue = "iso", paramLabel = "NAME", description = "who orders (default: iso)")
    private String issuer = "iso";

    @Option(names = "--substation", required = true, paramLabel = "NAME")
    private String substation = "";

    @Option(names = "--node", required = true, paramLabel = "NODE", description = "the injection node")
    private String node = "";

    @Option(names = "--cap", required = true, paramLabel = "POWER", description = "highest net injection, such as 14MW")
    private String cap = "";

    @Option(names = "--from", paramLabel = "TIME", description = "UTC, such as 2030-01-01T12:00:00Z (default: now)")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--for", required = true, paramLabel = "TIME", description = "how long, such as 90s, 15min or 2h")
    private String length = "";

    @Option(names = "--comply-within", defaultValue = "30s", paramLabel = "TIME", description = "(default: 30s)")
    private String comply = "30s";

    @Option(names = "--strike", paramLabel = "PRICE", description = "marginal strike price; its units run in full")
    private Optional<String> strike = Optional.empty();

    @Option(
            names = "--reason",
            defaultValue = "ordered by hand",
            paramLabel = "TEXT",
            description = "for the generator")
    private String reason = "";

    @Option(names = "--save", paramLabel = "FILE", description = "keep the verdict here, for 'wolfgate verify'")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--print", description = "print the signed message and send nothing")
    private boolean print;

    @Option(names = "--ca", paramLabel = "PEM", description = "who signed the broker's certificate")
    private Optional<Path> ca = Optional.empty();

    @Option(names = "--certificate", paramLabel = "PEM", description = "the desk's own certificate")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "PEM", description = "its private key, PKCS #8")
    private Optional<Path> tlsKey = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CurtailmentOrder order = order(now);
        byte[] message = signer().sign(OrderMessages.write(substation, order), order.sequence(), now);
        if (print) {
            System.out.println(new String(message, StandardCharsets.US_ASCII));
            return 0;
        }
        Topics topics = new Topics(substation);
        UplinkSettings settings = new UplinkSettings(
                broker.toString(),
                "order-" + order.id(),
                topics.root(),
                List.of(topics.root() + "/record/order", topics.root() + "/record/verdict"),
                Optional.empty(),
                Pace.normal(),
                tls());
        try (OrderDesk desk = new OrderDesk(settings, topics, order.id(), OrderVerb::say, this::keep)) {
            Duration patience = Duration.between(now, order.end()).plusSeconds(60);
            return desk.send(message, patience) ? 0 : Main.BAD_INPUT;
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private void keep(byte[] verdict) {
        save.ifPresent(file -> {
            try {
                Files.write(file, verdict);
                say("kept in " + file);
            } catch (IOException e) {
                say("the verdict could not be written to " + file + ": " + e + "; the ledger of the agent has it");
            }
        });
    }

    private Optional<TlsFiles> tls() {
        if (ca.isPresent() != certificate.isPresent() || ca.isPresent() != tlsKey.isPresent()) {
            throw new IllegalArgumentException("--ca, --certificate and --tls-key come together or not at all");
        }
        return ca.map(authority -> new TlsFiles(authority, certificate.orElseThrow(), tlsKey.orElseThrow()));
    }

    private DeskSigner signer() {
        try {
            return new DeskSigner(SigningKey.load(key), issuer, substation);
        } catch (TrustException e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    /** The sequence is the time in milliseconds, so that orders made by hand and in turn rise by themselves. */
    private CurtailmentOrder order(Instant now) {
        Instant start = from.orElse(now);
        return new CurtailmentOrder(
                node + "-" + UUID.randomUUID(),
                now.toEpochMilli(),
                issuer,
                node,
                ActivePower.parse(TimeText.spaced(cap)),
                strike.map(Price::parse),
                strike.map(price -> BigDecimal.ONE),
                start,
                start.plus(TimeText.duration(length)),
                TimeText.duration(comply),
                reason,
                now);
    }
}
