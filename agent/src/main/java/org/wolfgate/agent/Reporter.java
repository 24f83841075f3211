package org.wolfgate.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.uplink.SparkplugLink;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.message.HealthMessage;
import org.wolfgate.agent.uplink.message.TelemetryMessages;
import org.wolfgate.agent.uplink.sparkplug.AgentFigures;
import org.wolfgate.drivers.MeterReading;

/** Publishes live figures: telemetry after each visit, the agent's own health at a steady pace. */
final class Reporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final long HEALTH_SECONDS = 2;

    private final Uplink uplink;
    private final Optional<SparkplugLink> scada;
    private final Ledger ledger;
    private final ClockKeeper clock;
    private final String boot;
    private final String orders;
    private final AtomicLong sequence = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread reporter = new Thread(task, "health");
        reporter.setDaemon(true);
        return reporter;
    });

    Reporter(
            Uplink uplink,
            Optional<SparkplugLink> scada,
            Ledger ledger,
            ClockKeeper clock,
            String boot,
            String orders) {
        this.uplink = uplink;
        this.scada = scada;
        this.ledger = ledger;
        this.clock = clock;
        this.boot = boot;
        this.orders = orders;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::health, HEALTH_SECONDS, HEALTH_SECONDS, TimeUnit.SECONDS);
    }

    void nodes(List<NodeView> views) {
        scada.ifPresent(link -> link.nodes(views));
        for (NodeView view : views) {
            uplink.publishLatest(
                    "telemetry/" + view.node(), TelemetryMessages.node(view, boot, sequence.incrementAndGet()));
            uplink.publishLatest("generator/" + view.node(), TelemetryMessages.generator(view));
        }
    }

    void meter(String meter, MeterReading reading) {
        scada.ifPresent(link -> link.meter(meter, reading));
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
            scada.ifPresent(link -> link.agent(figures()));
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
