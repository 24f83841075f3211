package org.wolfgate.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.uplink.LinkState;
import org.wolfgate.agent.uplink.SparkplugLink;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.message.GeneratorMessages;
import org.wolfgate.agent.uplink.message.HealthMessage;
import org.wolfgate.agent.uplink.message.TelemetryMessages;
import org.wolfgate.agent.uplink.sparkplug.AgentFigures;
import org.wolfgate.drivers.MeterReading;

/** Publishes live figures: telemetry after each visit, the agent's own health at a steady pace. */
final class Reporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final long HEALTH_SECONDS = 2;

    private final Uplink uplink;
    private final Optional<SparkplugLink> sparkplug;
    private final Ledger ledger;
    private final ClockKeeper clock;
    private final String boot;
    private final String orders;
    private final FlightTap flight;
    private boolean connected;
    private final AtomicLong sequence = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread reporter = new Thread(task, "health");
        reporter.setDaemon(true);
        return reporter;
    });

    Reporter(
            Uplink uplink,
            Optional<SparkplugLink> sparkplug,
            Ledger ledger,
            ClockKeeper clock,
            String boot,
            String orders,
            FlightTap flight) {
        this.uplink = uplink;
        this.sparkplug = sparkplug;
        this.ledger = ledger;
        this.clock = clock;
        this.boot = boot;
        this.orders = orders;
        this.flight = flight;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::health, HEALTH_SECONDS, HEALTH_SECONDS, TimeUnit.SECONDS);
    }

    void nodes(List<NodeView> views) {
        sparkplug.ifPresent(link -> link.nodes(views));
        for (NodeView view : views) {
            uplink.publishLatest(
                    "telemetry/" + view.node(), TelemetryMessages.node(view, boot, sequence.incrementAndGet()));
        }
    }

    /** Retained, so that a generator that connects sees how it stands. */
    void generators(List<GeneratorView> views) {
        for (GeneratorView view : views) {
            String topic = Topics.GENERATOR + view.node();
            retain(topic, GeneratorMessages.node(view));
            view.units().stream()
                    .filter(unit -> GeneratorMessages.hasTopic(unit.unit()))
                    .forEach(unit -> retain(topic + "/" + unit.unit(), GeneratorMessages.unit(view, unit)));
        }
    }

    private void retain(String topic, byte[] payload) {
        uplink.publishRetained(topic, payload);
        flight.out(topic, payload);
    }

    private void link() {
        LinkState records = uplink.state().records();
        if (records.connected() != connected) {
            connected = records.connected();
            flight.link(connected, connected ? "" : records.lastError());
        }
    }

    void meter(String meter, MeterReading reading) {
        sparkplug.ifPresent(link -> link.meter(meter, reading));
        uplink.publishLatest(
                "meter/" + meter,
                TelemetryMessages.meter(meter, reading, clock.now(), boot, sequence.incrementAndGet()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void health() {
        try {
            link();
            sparkplug.ifPresent(link -> link.agent(figures()));
            uplink.publishLatest(
                    "health",
                    HealthMessage.of(
                            clock.now(),
                            boot,
                            clock.quality().name(),
                            clock.status().reason(),
                            orders,
                            new HealthMessage.Outbox(
                                    ledger.last(),
                                    ledger.acknowledged(),
                                    ledger.depth().oldest()),
                            ledger.bytesWritten(),
                            ledger.room().name()));
        } catch (RuntimeException e) {
            LOG.error("health: not reported this time", e);
        }
    }

    private AgentFigures figures() {
        return new AgentFigures(
                clock.now(),
                boot,
                clock.quality().name(),
                ledger.last(),
                ledger.last() - ledger.acknowledged(),
                ledger.room().name());
    }
}
