package org.wolfgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.wolfgate.agent.Agent;
import org.wolfgate.agent.Topics;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.config.SubstationFile;
import org.wolfgate.agent.control.Event.SpotBlock;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.desk.UpstreamCopy;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.agent.uplink.DeskLink;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MarketMessages;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.sim.RiversideSettings;
import org.wolfgate.drivers.sim.RiversideSubstation;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.Mosquitto;

/** The simulated substation, a real broker, the ISO's ear, and the agent in this process. */
final class Riverside implements AutoCloseable {

    static final Topics TOPICS = new Topics("riverside");

    private static final long SEED = 3;

    private final Path folder;
    private final Mosquitto broker;
    private final RiversideSubstation substation;
    private final Optional<Path> keys;
    private final String more;
    private final SubstationConfig config;
    private final UpstreamCopy records = new UpstreamCopy();
    private final Map<String, JsonNode> live = new ConcurrentHashMap<>();
    private Optional<DeskLink> iso = Optional.empty();
    private Optional<Agent> agent = Optional.empty();

    /** Sets the scene; nothing runs but the simulated devices. */
    Riverside(Path folder) throws IOException {
        this(folder, Optional.empty(), "", RiversideSettings.onFreePorts(SEED));
    }

    private Riverside(Path folder, Optional<Path> keys, String more, RiversideSettings settings) throws IOException {
        this.more = more;
        this.folder = folder;
        this.keys = keys;
        this.broker = Mosquitto.prepare(Files.createDirectories(folder.resolve("broker")), "log_type all");
        this.substation = RiversideSubstation.start(settings);
        this.config = configure();
    }

    /** The same with an agent that believes signed orders only, by the key files in a folder. */
    static Riverside signed(Path folder, Path keys) throws IOException {
        return new Riverside(folder, Optional.of(keys), "", RiversideSettings.onFreePorts(SEED));
    }

    /** The same with more keys in the substation's file. */
    static Riverside with(Path folder, String more) throws IOException {
        return new Riverside(folder, Optional.empty(), more, RiversideSettings.onFreePorts(SEED));
    }

    /** The same with plants that follow within about a second. */
    static Riverside quick(Path folder, String more) throws IOException {
        RiversideSettings settings = RiversideSettings.onFreePorts(SEED).withQuickPlants();
        return new Riverside(folder, Optional.empty(), more, settings);
    }

    private SubstationConfig configure() throws IOException {
        return read(configuration());
    }

    private static SubstationConfig read(String text) {
        Problems problems = new Problems();
        return SubstationFile.read("riverside.yaml", text, Path.of("../config"), problems)
                .orElseThrow(() -> new AssertionError(problems.list()));
    }

    /** The substation's file, for an agent in a process of its own. */
    String configuration() throws IOException {
        String text = Files.readString(Path.of("../config/demo.yaml"));
        int demo = 15020;
        for (String device : List.of(
                "transformer-meter",
                "solar-meter",
                "solar-plant",
                "wind-meter",
                "wind-plant",
                "hydro-meter",
                "hydro-plant")) {
            text = text.replace("port: " + demo++, "port: " + substation.port(device));
        }
        text = text.replace("tcp://127.0.0.1:18830", broker.url());
        text = text.replaceAll("(?m)^ +fail-safe:.*\\R(?:^ {6}.*\\R)*", "") + more;
        if (keys.isPresent()) {
            return text.replace("keys/", keys.get() + "/");
        }
        return text.replace("orders: signed", "orders: unsigned-bench").replaceAll("(?m)^ +key: .*\\R", "");
    }

    Mosquitto broker() {
        return broker;
    }

    RiversideSubstation substation() {
        return substation;
    }

    UpstreamCopy records() {
        return records;
    }

    Path ledger() {
        return folder.resolve("ledger");
    }

    /** The running agent. */
    Agent agent() {
        return agent.orElseThrow();
    }

    void startAgent() {
        agent = Optional.of(Agent.start(config, ledger()));
    }

    /** An agent with another configuration than the usual one. */
    void startAgent(String configuration) {
        agent = Optional.of(Agent.start(read(configuration), ledger()));
    }

    /** Before its first subscription the broker keeps nothing for the agent. */
    void awaitSubscription() {
        Await.until(
                "the agent has subscribed to orders",
                () -> broker.log().stream().anyMatch(line -> line.contains("SUBACK to riverside-agent-orders")));
    }

    void stopAgent() {
        agent.ifPresent(Agent::close);
        agent = Optional.empty();
    }

    /** The ISO begins to listen; the broker must run. */
    DeskLink openIso() {
        UplinkSettings settings = new UplinkSettings(
                broker.url(),
                "iso",
                TOPICS.root(),
                List.of(TOPICS.root() + "/record/+", TOPICS.root() + "/telemetry/+", TOPICS.root() + "/meter/+"),
                Optional.empty(),
                Pace.normal());
        DeskLink link = new DeskLink(settings, this::hear, Monotonic.system());
        iso = Optional.of(link);
        return link;
    }

    /** Broker, ISO and agent run, and hydro, scheduled at 27 MW, is metered; returns the ISO's link. */
    DeskLink openWithHydroMetered() {
        broker.start();
        DeskLink link = openIso();
        startAgent();
        awaitSubscription();
        publishMarket("hydro", "27 MW", "30.00", "42.00");
        Await.until("hydro is metered", () -> telemetry("hydro").at("/power/w").asLong() > 20_000_000);
        return link;
    }

    /** Schedule, one insured tranche and a spot price for a node, from now on. */
    void publishMarket(String node, String power, String strike, String spot) {
        publishMarket(node, power, strike, spot, UnaryOperator.identity());
    }

    /** The same, each message sealed before it goes. */
    void publishMarket(String node, String power, String strike, String spot, UnaryOperator<byte[]> seal) {
        Interval span =
                new Interval(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        List<ScheduleBlock> schedule = List.of(new ScheduleBlock(span, ActivePower.parse(power)));
        InsuredTranche unit =
                new InsuredTranche(node + "-a", ActivePower.parse(power), Optional.of(Price.parse(strike)));
        List<SpotBlock> prices = List.of(new SpotBlock(span, Price.parse(spot)));
        retain(TOPICS.schedule(node), seal.apply(MarketMessages.schedule(node, "s", schedule)));
        retain(TOPICS.tranches(node), seal.apply(MarketMessages.tranches(node, List.of(unit))));
        retain(TOPICS.spot("west"), seal.apply(MarketMessages.spot("west", prices)));
    }

    private void retain(String topic, byte[] message) {
        iso.orElseThrow().publish(topic, message, true).join();
    }

    /** The latest telemetry of a node. */
    JsonNode telemetry(String node) {
        return live.getOrDefault("telemetry/" + node, MissingNode.getInstance());
    }

    /** The latest figures of a meter that measures no node. */
    JsonNode meter(String meter) {
        return live.getOrDefault("meter/" + meter, MissingNode.getInstance());
    }

    SubstationConfig config() {
        return config;
    }

    /** Waits for a record and gives it back. */
    UpstreamCopy.Entry await(String what, Predicate<UpstreamCopy.Entry> wanted) {
        Await.until(what, () -> find(wanted).isPresent(), () -> "records: " + records.entries());
        return find(wanted).orElseThrow();
    }

    Optional<UpstreamCopy.Entry> find(Predicate<UpstreamCopy.Entry> wanted) {
        return records.entries().stream().filter(wanted).findFirst();
    }

    private void hear(InboundMessage message) {
        try {
            String suffix = message.topic().substring(TOPICS.root().length() + 1);
            if (suffix.startsWith("record/")) {
                records.accept(message.payload());
            } else {
                live.put(suffix, Json.read(message.payload()));
            }
        } catch (MessageException e) {
            throw new IllegalStateException("the agent sent what the ISO cannot read: " + e.text(), e);
        }
    }

    @Override
    public void close() {
        stopAgent();
        iso.ifPresent(DeskLink::close);
        substation.close();
        broker.close();
    }
}
