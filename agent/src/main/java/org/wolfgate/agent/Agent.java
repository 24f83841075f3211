package org.wolfgate.agent;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.Noted;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.flight.FlightRecorder;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.ledger.StoredRecord;
import org.wolfgate.agent.pricing.Cautions;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.uplink.SequenceRange;
import org.wolfgate.agent.uplink.SparkplugLink;
import org.wolfgate.agent.uplink.Uplink;

/** The running agent: one thread per line, one for control, the uplink's two, one for the clock; a rehearsal at the start. */
public final class Agent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** A loop that does not come round for this long is taken for dead. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    /** How long a stopping agent tries to get rid of its last records. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    /** The flight recorder's folder beside the ledger. */
    public static final String FLIGHT = "flight";

    private final Monotonic monotonic = Monotonic.system();
    private final Ledger ledger;
    private final Lines lines;
    private final GapWatch gaps;
    private final ClockKeeper clock;
    private final ControlLoop control;
    private final Uplink uplink;
    private final Optional<SparkplugLink> sparkplug;
    private final Reporter reporter;
    private final ScadaServer scada;
    private final LiveStatus status;
    private final Thread controlThread;
    private final Thread rehearsal;
    private final Optional<FlightRecorder> recorder;
    private final Watchdog watchdog = new Watchdog(System.getenv(), monotonic);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private Agent(SubstationConfig config, Path data) {
        Trust trust = Trust.open(config);
        BootId boot = BootId.fresh();
        Topics topics = new Topics(config.settings().substation());
        ledger = Ledger.open(data, boot, trust.key().map(key -> key::sign));
        clock = new ClockKeeper(
                monotonic, ledger.reader().last().map(StoredRecord::at).orElse(Instant.MIN));
        List<String> nodes =
                config.settings().nodes().stream().map(NodeSettings::id).toList();
        Map<String, String> states = ledger.reader().states();
        Substation substation = new Substation(config.settings(), StateCodec.read(nodes, states));
        VerdictSeal seal = new VerdictSeal(config.settings().substation(), trust.key());
        recorder = config.flight().map(settings -> FlightRecorder.start(data.resolve(FLIGHT), settings));
        FlightTap flight = new FlightTap(recorder, clock::now);
        flight.started(boot.value(), config.settings());
        control = new ControlLoop(
                substation,
                new Commits(ledger, new StateChanges(states.keySet()), clock::quality, monotonic, seal),
                clock,
                monotonic,
                flight,
                new Outside());
        uplink = new Uplink(
                IsoLink.settings(config.uplink(), topics),
                IsoLink.station(config, boot, ledger),
                new AgentOutbox(new LedgerOutbox(ledger), new GeneratorCopies(seal), flight),
                new RecordedInbox(new Inbox(topics, trust.gate(), this::sendAgain, clock::now, control), flight),
                monotonic);
        sparkplug = Sparkplug.of(
                config,
                data,
                new AgentOutbox(new LedgerOutbox(ledger), new GeneratorCopies(seal), flight),
                uplink,
                clock::now,
                monotonic);
        reporter = new Reporter(
                uplink, sparkplug, ledger, clock, boot.value(), config.trust().word(), flight);
        lines = new Lines(config, flight);
        gaps = new GapWatch(control::post);
        scada = new ScadaServer(
                nodes,
                control::sinceProgress,
                clock,
                () -> uplink.state().orders().connected());
        status = new LiveStatus(ledger, uplink, clock, this::slowestLoop);
        controlThread = new Thread(this::control, "control");
        rehearsal = new Thread(new Rehearsal(config.settings()), "rehearsal");
        rehearsal.setDaemon(true);
    }

    /**
     * Starts the agent; it resumes from the ledger in the data folder.
     *
     * @param data folder of the ledger, made if it is not there
     */
    public static Agent start(SubstationConfig config, Path data) {
        Agent agent = new Agent(config, data);
        agent.controlThread.start();
        agent.clock.start(agent.control::post);
        agent.control.post(new Noted(
                "started",
                "substation " + config.settings().substation() + "; orders: "
                        + config.trust().word()));
        agent.announce(config.settings().price());
        agent.uplink.start();
        agent.sparkplug.ifPresent(SparkplugLink::start);
        Set<String> nodeMeters =
                config.settings().nodes().stream().map(NodeSettings::meter).collect(Collectors.toSet());
        agent.lines.watch(config.contacts(), agent.monotonic, agent.control::post);
        agent.lines.poll(config.meters(), (meter, reading) -> {
            agent.control.post(new MeterRead(meter, reading));
            if (!nodeMeters.contains(meter)) {
                agent.reporter.meter(meter, reading);
            }
        });
        agent.lines.lookAfter(agent.control::post);
        agent.reporter.start();
        config.scada().ifPresent(agent.scada::start);
        agent.rehearsal.start();
        StatusSocket.open(data, agent.status::lines).ifPresent(socket -> agent.closeAtTheEnd(socket::close));
        return agent;
    }

    /** Returns when orders have been rehearsed: from now on the first one takes no longer than the next. */
    public void awaitRehearsed() throws InterruptedException {
        rehearsal.join();
    }

    /** What a reader of prices must know is on record before the first of them. */
    private void announce(SystemPrice price) {
        LOG.info("deviations are priced by {}", Cautions.label(price));
        control.post(new Noted("priced by", Cautions.label(price)));
        for (String caution : Cautions.of(price)) {
            LOG.warn("{}", caution);
            control.post(new Noted("caution", caution));
        }
    }

    /** Serves the agent's figures to Prometheus until it is closed; returns the port. */
    public int serveMetrics(InetSocketAddress address) {
        Metrics figures = new Metrics(ledger, control.intervals(), uplink, clock, lines::roundTrips);
        MetricsServer server = MetricsServer.start(address, figures);
        closeAtTheEnd(server::close);
        return server.port();
    }

    private void closeAtTheEnd(Runnable close) {
        var unused = ended.whenComplete((done, failed) -> close.run());
    }

    /**
     * Returns when the agent has been closed.
     *
     * @throws IllegalStateException if a loop died or hangs; the process should end then and be started anew
     */
    public void await() throws InterruptedException {
        while (true) {
            try {
                ended.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                checkProgress();
                gaps.look(lines.roundTrips());
                watchdog.feed();
            } catch (ExecutionException e) {
                throw new IllegalStateException("control ended: " + e.getMessage(), e);
            }
        }
    }

    /** Stops reading, finishes what was posted, tries for some seconds to send the last records, and closes. */
    @Override
    public void close() {
        if (!controlThread.isAlive()) {
            return;
        }
        rehearsal.interrupt();
        lines.close();
        control.post(new Noted("stopped", "in good order"));
        control.stop();
        try {
            controlThread.join(DRAIN.toMillis());
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scada.close();
        reporter.close();
        sparkplug.ifPresent(SparkplugLink::close);
        uplink.close();
        clock.close();
        ledger.close();
        recorder.ifPresent(FlightRecorder::close);
    }

    private void drain() throws InterruptedException {
        long giveUp = monotonic.nanos() + DRAIN.toNanos();
        uplink.wake();
        while (ledger.acknowledged() < ledger.last() && uplink.state().connected() && monotonic.nanos() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void sendAgain(SequenceRange range) {
        uplink.sendAgain(range);
    }

    private void control() {
        try {
            control.run();
            ended.complete(null);
        } catch (RuntimeException e) {
            LOG.error("control ended; the plants keep their set-points", e);
            ended.completeExceptionally(e);
        }
    }

    private Duration slowestLoop() {
        Duration loop = Duration.ofNanos(control.sinceProgress());
        return lines.slowest().compareTo(loop) > 0 ? lines.slowest() : loop;
    }

    private void checkProgress() {
        if (control.sinceProgress() > STALLED.toNanos()) {
            throw new IllegalStateException("control has not come round for " + STALLED.toSeconds() + " s");
        }
        if (lines.slowest().compareTo(STALLED) > 0) {
            throw new IllegalStateException("a line has not come round for " + STALLED.toSeconds() + " s");
        }
    }

    private final class Outside implements ControlLoop.Outward {

        @Override
        public void setPoints(List<SetPoint> setPoints) {
            setPoints.forEach(setPoint -> lines.command(setPoint, (plant, report) -> control.post(report)));
        }

        @Override
        public void recordsAdded() {
            uplink.wake();
        }

        @Override
        public void views(List<NodeView> views) {
            reporter.nodes(views);
            status.nodes(views);
            scada.readings(views);
        }

        @Override
        public void generators(List<GeneratorView> views) {
            reporter.generators(views);
            scada.generators(views);
        }
    }
}
