package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.uplink.sparkplug.Commands;
import org.wolfgate.agent.uplink.sparkplug.EdgeNode;
import org.wolfgate.agent.uplink.sparkplug.HostState;
import org.wolfgate.agent.uplink.sparkplug.Message;
import org.wolfgate.agent.uplink.sparkplug.SessionFile;
import org.wolfgate.agent.uplink.sparkplug.SparkplugTopics;

/**
 * The connection on which a SCADA host sees the substation: birth, what changed, death by the broker's last will; all
 * anew when the host asks; nothing while its primary host is offline, and then what it missed, marked as history.
 */
final class SparkplugDuty implements Duty {

    private static final Logger LOG = LoggerFactory.getLogger(SparkplugDuty.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration KEEP_EVERY = Duration.ofHours(1);

    /** Records of the past in one turn; what is live comes between two turns. */
    private static final int PAST_IN_ONE_TURN = 32;

    private static final int SESSIONS = 256;

    private final UplinkSettings settings;
    private final SparkplugTopics topics;
    private final EdgeNode edge;
    private final SessionFile file;
    private final BooleanSupplier ours;
    private final Monotonic clock;
    private final BackFill backFill;
    private final HostState host = new HostState();
    private final Deque<Message> outgoing = new ArrayDeque<>();
    private long bdSeq;
    private boolean born;
    private boolean rebirth;
    private boolean leaving;
    private long keptAt;

    SparkplugDuty(
            UplinkSettings settings,
            SparkplugTopics topics,
            EdgeNode edge,
            SessionFile file,
            OutboxSource source,
            BooleanSupplier ours,
            Monotonic clock) {
        this.settings = settings;
        this.topics = topics;
        this.edge = edge;
        this.file = file;
        this.ours = ours;
        this.clock = clock;
        Optional<SessionFile.Session> before = file.read();
        this.bdSeq = before.map(SessionFile.Session::bdSeq).orElse(-1L);
        long mark = Math.min(before.map(SessionFile.Session::mark).orElse(source.last()), source.last());
        this.backFill = new BackFill(source, mark, settings.pace().keepAlive().multipliedBy(2));
    }

    @Override
    public void dialling() {
        bdSeq = (bdSeq + 1) % SESSIONS;
    }

    @Override
    public WirePlan plan() {
        WirePlan.Will will = new WirePlan.Will(topics.death(), edge.death(bdSeq), false);
        return new WirePlan(settings, settings.clientId(), Duration.ZERO, Optional.of(will));
    }

    @Override
    public boolean wanted() {
        return ours.getAsBoolean() && !leaving;
    }

    @Override
    public void opened(Wire wire) throws WireException {
        keep();
        born = false;
        List<String> filters = new ArrayList<>(List.of(topics.commands()));
        topics.state().ifPresent(filters::add);
        wire.subscribe(filters, settings.pace().connectTimeout().toMillis());
    }

    @Override
    public void on(Wire wire, WireEvent event) throws WireException {
        if (event instanceof WireEvent.Arrived arrived) {
            hear(arrived.message());
            wire.acknowledge(arrived);
        }
    }

    private void hear(InboundMessage message) {
        if (topics.state().equals(Optional.of(message.topic()))) {
            host.hear(message.payload());
            // By the rule, a session ends with its host: death is told, and the next one waits for its return.
            leaving = born && !host.online();
        } else if (Commands.asksForRebirth(message.payload())) {
            rebirth = true;
        } else {
            LOG.warn("sparkplug {}: a command on {} is not obeyed; only a rebirth is", topics.edge(), message.topic());
        }
    }

    @Override
    public Duration turn(Wire wire) throws WireException {
        if (topics.state().isPresent() && !host.online()) {
            return IDLE;
        }
        if (!born) {
            backFill.begin(clock.nanos());
        }
        if (!born || rebirth) {
            born = true;
            rebirth = false;
            outgoing.clear();
            outgoing.addAll(edge.births(bdSeq));
        }
        if (outgoing.isEmpty()) {
            outgoing.addAll(edge.news());
            fill();
        }
        while (!outgoing.isEmpty() && wire.hasRoom()) {
            Message next = outgoing.remove();
            wire.publish(next.topic(), next.payload(), 0, false, 0);
        }
        backFill.settle(clock.nanos());
        if (clock.nanos() - keptAt > KEEP_EVERY.toNanos()) {
            keep();
        }
        return outgoing.isEmpty() ? IDLE : SOON;
    }

    private void fill() {
        for (int i = 0; i < PAST_IN_ONE_TURN; i++) {
            Optional<OutboxRecord> record = backFill.next();
            if (record.isEmpty()) {
                return;
            }
            edge.interval(record.get().kind(), record.get().body(), backFill.isHistory(record.get()))
                    .ifPresent(outgoing::add);
        }
    }

    private void keep() {
        keptAt = clock.nanos();
        file.write(new SessionFile.Session(bdSeq, backFill.mark()));
    }

    @Override
    public void closing(Wire wire) throws WireException {
        if (born) {
            wire.publish(topics.death(), edge.death(bdSeq), 1, false, 0);
        }
        keep();
    }

    @Override
    public void closed() {
        born = false;
        leaving = false;
        outgoing.clear();
    }
}
