package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.drivers.MeterReading;

/**
 * The substation as a Sparkplug edge node: each injection node and each other meter is a device of it.
 *
 * <p>Any thread tells it what is known; the connection's thread takes out what the host has not heard. A meter that
 * falls silent dies as a device; a node lives on without its meter, since its cap still holds.
 */
public final class EdgeNode {

    /** The command by which the host asks for everything anew. */
    public static final String REBIRTH = "Node Control/Rebirth";

    /** Before the id of a meter that measures no node; no node's id has a dot. */
    private static final String METER = "meter.";

    private static final int SEQUENCES = 256;

    private final SparkplugTopics topics;
    private final Supplier<Instant> clock;
    private final Device agent;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private int sequence;
    private long bdSeq;

    /**
     * An edge node that nothing is known of yet.
     *
     * @param nodes the injection nodes
     * @param meters the meters that measure no node
     */
    public EdgeNode(SparkplugTopics topics, List<String> nodes, List<String> meters, Supplier<Instant> clock) {
        this.topics = topics;
        this.clock = clock;
        this.agent = new Device(Points.AGENT, 0, clock.get());
        long alias = agent.size();
        for (String node : nodes) {
            devices.put(node, new Device(Points.NODE, alias, clock.get()));
            alias += Points.NODE.size();
        }
        for (String meter : meters) {
            devices.put(METER + meter, new Device(Points.METER, alias, clock.get()));
            alias += Points.METER.size();
        }
    }

    /** What is known of the nodes now. */
    public synchronized void nodes(List<NodeView> views) {
        views.forEach(view -> device(view.node()).ifPresent(device -> device.put(Samples.node(view))));
    }

    /** What a meter that measures no node says now. */
    public synchronized void meter(String meter, MeterReading reading) {
        device(METER + meter).ifPresent(device -> {
            device.put(Samples.meter(reading, clock.get()));
            device.alive(reading.answered());
        });
    }

    /** How the agent does now. */
    public synchronized void agent(AgentFigures figures) {
        agent.put(Samples.agent(figures));
    }

    /** The payload that says that this edge node is dead; the broker's for the last will, or our own. */
    public byte[] death(long number) {
        return new Encoder().bdSeq(number, clock.get()).bytes();
    }

    /** Everything, named and with its aliases: at the begin of a session, and whenever the host asks. */
    public synchronized List<Message> births(long number) {
        bdSeq = number;
        sequence = 0;
        List<Message> births = new ArrayList<>();
        Instant now = clock.get();
        Encoder node = new Encoder(now, next()).bdSeq(bdSeq, now).rebirth(REBIRTH, now);
        births.add(new Message(topics.node("NBIRTH"), agent.birth(node).bytes()));
        devices.forEach((id, device) -> births.add(birth(id, device, now)));
        return births;
    }

    /** What has changed since; births and deaths of meters among it. */
    public synchronized List<Message> news() {
        Instant now = clock.get();
        List<Message> news = new ArrayList<>();
        if (agent.hasNews()) {
            news.add(new Message(
                    topics.node("NDATA"), agent.news(new Encoder(now, next())).bytes()));
        }
        devices.forEach((id, device) -> {
            if (device.isAlive() && !device.isBorn()) {
                news.add(birth(id, device, now));
            } else if (!device.isAlive() && device.isBorn()) {
                device.dead();
                news.add(new Message(topics.device("DDEATH", id), new Encoder(now, next()).bytes()));
            } else if (device.isBorn() && device.hasNews()) {
                news.add(new Message(
                        topics.device("DDATA", id),
                        device.news(new Encoder(now, next())).bytes()));
            }
        });
        return news;
    }

    /**
     * A record of the ledger; empty if it is no interval of a node here.
     *
     * @param historical whether it closed while the host was not there
     */
    public synchronized Optional<Message> interval(String kind, String body, boolean historical) {
        if (!kind.equals(IntervalSamples.KIND)) {
            return Optional.empty();
        }
        Optional<IntervalSamples> interval = IntervalSamples.of(body);
        Optional<Device> device = interval.flatMap(found -> device(found.node()));
        if (interval.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        if (!historical) {
            device.get().put(interval.get().samples());
            return Optional.empty();
        }
        Encoder past = device.get()
                .history(new Encoder(clock.get(), next()), interval.get().samples());
        return Optional.of(new Message(topics.device("DDATA", interval.get().node()), past.bytes()));
    }

    private Optional<Device> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    private Message birth(String id, Device device, Instant now) {
        return new Message(
                topics.device("DBIRTH", id),
                device.birth(new Encoder(now, next())).bytes());
    }

    private int next() {
        int number = sequence;
        sequence = (sequence + 1) % SEQUENCES;
        return number;
    }
}
