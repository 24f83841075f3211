package org.wolfgate.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.wolfgate.agent.clock.BootId;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.config.SubstationConfig;
import org.wolfgate.agent.control.Effects.SetPoint;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.GeneratorView;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.ledger.Ledger;
import org.wolfgate.agent.uplink.Pace;
import org.wolfgate.agent.uplink.Station;
import org.wolfgate.agent.uplink.Uplink;
import org.wolfgate.agent.uplink.UplinkSettings;
import org.wolfgate.agent.uplink.message.TelemetryMessages;
import org.wolfgate.drivers.Reading;
import org.wolfgate.peers.Await;

/** The agent without devices: its control loop, ledger and uplink, in a time that the test turns. */
final class FastAgent implements AutoCloseable {

    /** More than the ledger holds is never on its way; a test that feeds faster than the broker takes waits here. */
    private static final long MOST_WAITING = 2000;

    private final Instant start;
    private final AtomicLong nanos = new AtomicLong();
    private final Ledger ledger;
    private final Uplink uplink;
    private final ControlLoop control;
    private final Thread thread;
    private long telemetry;

    FastAgent(SubstationConfig config, Path folder, String broker, Instant start) {
        this.start = start;
        BootId boot = BootId.fresh();
        this.ledger = Ledger.open(folder, boot);
        Map<String, String> states = ledger.reader().states();
        List<String> nodes =
                config.settings().nodes().stream().map(NodeSettings::id).toList();
        Substation substation = new Substation(config.settings(), StateCodec.read(nodes, states));
        String name = config.settings().substation();
        VerdictSeal seal = new VerdictSeal(name, Optional.empty());
        FlightTap flight = new FlightTap(Optional.empty(), this::now);
        this.control = new ControlLoop(
                substation,
                new Commits(
                        ledger, new StateChanges(states.keySet()), () -> TimeQuality.SYNCHRONISED, nanos::get, seal),
                new VirtualTime(),
                nanos::get,
                flight,
                new Outside());
        Topics topics = new Topics(name);
        this.uplink = new Uplink(
                new UplinkSettings(broker, name, topics.root(), topics.inbound(), Optional.empty(), Pace.normal()),
                new Station(name, boot.value(), "", Set.of()),
                new AgentOutbox(new LedgerOutbox(ledger), new GeneratorCopies(seal), flight),
                message -> {},
                Monotonic.system());
        this.thread = new Thread(control::run, "control");
        thread.start();
        uplink.start();
    }

    private final class VirtualTime implements ControlLoop.Timebase {

        @Override
        public Instant at(long moment) {
            return start.plusNanos(moment);
        }

        @Override
        public void follow() {
            throw new AssertionError("nobody sets this clock");
        }
    }

    Instant now() {
        return start.plusNanos(nanos.get());
    }

    Ledger ledger() {
        return ledger;
    }

    /** Lets time pass at once. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void post(Event event) {
        control.post(event);
    }

    /** Waits until everything posted was handled, and the broker is not left too far behind. */
    void settle(Event last) {
        control.store(last).join();
        if (waiting() > MOST_WAITING) {
            Await.until(
                    "the broker takes some",
                    () -> waiting() < MOST_WAITING / 2,
                    () -> uplink.state().toString());
        }
    }

    long waiting() {
        return ledger.last() - ledger.acknowledged();
    }

    @Override
    public void close() {
        control.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        uplink.close();
        ledger.close();
    }

    private final class Outside implements ControlLoop.Outward {

        @Override
        public void setPoints(List<SetPoint> setPoints) {
            setPoints.forEach(setPoint -> control.post(
                    new Event.LimitReported(setPoint.plant(), setPoint.cap(), Reading.good(setPoint.cap()))));
        }

        @Override
        public void recordsAdded() {
            uplink.wake();
        }

        @Override
        public void views(List<NodeView> views) {
            for (NodeView view : views) {
                uplink.publishLatest(
                        "telemetry/" + view.node(), TelemetryMessages.node(view, "5b1e09fa-3c6d2a17", ++telemetry));
            }
        }

        @Override
        public void generators(List<GeneratorView> views) {
            // Nobody behind these nodes listens.
        }
    }
}
