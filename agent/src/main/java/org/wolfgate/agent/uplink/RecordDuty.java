package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.wolfgate.agent.clock.Monotonic;

/** The connection that carries the agent's presence, its records and its telemetry, with a clean session. */
final class RecordDuty implements Duty {

    private static final long NO_RECORD = 0;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final UplinkSettings settings;
    private final Station station;
    private final OutboxSource source;
    private final Monotonic clock;
    private final Acknowledgements done;
    private final Latest latest = new Latest();
    private final Map<String, byte[]> retained = new ConcurrentHashMap<>();
    private final Latest retainedToSend = new Latest();
    private Lanes lanes;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private long lastProgress;

    RecordDuty(UplinkSettings settings, Station station, OutboxSource source, Monotonic clock) {
        this.settings = settings;
        this.station = station;
        this.source = source;
        this.clock = clock;
        this.done = new Acknowledgements(source.acknowledged());
        this.lanes = new Lanes(source, done);
    }

    Latest latest() {
        return latest;
    }

    void retain(String topic, byte[] payload) {
        retained.put(topic, payload);
        retainedToSend.put(topic, payload);
    }

    int inFlight() {
        return inFlight.get();
    }

    long sent() {
        return sent.get();
    }

    @Override
    public WirePlan plan() {
        WirePlan.Will will = new WirePlan.Will(statusTopic(), Envelope.status(station, "offline", "connection lost"));
        return new WirePlan(settings, settings.clientId(), Duration.ZERO, Optional.of(will));
    }

    private String statusTopic() {
        return settings.topicRoot() + "/status";
    }

    @Override
    public void opened(Wire wire) throws WireException {
        lanes = new Lanes(source, done);
        inFlight.set(0);
        lastProgress = clock.nanos();
        wire.publish(statusTopic(), Envelope.status(station, "online", "connected"), 1, true, NO_RECORD);
        retained.forEach(retainedToSend::put);
    }

    @Override
    public void on(Wire wire, WireEvent event) {
        if (event instanceof WireEvent.Done finished) {
            lastProgress = clock.nanos();
            if (finished.tag() != NO_RECORD) {
                inFlight.decrementAndGet();
                advance(finished.tag());
            }
        }
    }

    private void advance(long seq) {
        long before = done.mark();
        done.add(seq);
        if (done.mark() > before) {
            source.acknowledge(done.mark());
        }
    }

    @Override
    public Duration turn(Wire wire) throws WireException {
        if (wire.onTheWay() == 0) {
            lastProgress = clock.nanos();
        }
        drain(wire, retainedToSend, 1, true);
        sendRecords(wire);
        drain(wire, latest, 0, false);
        Duration stalled = Duration.ofNanos(clock.nanos() - lastProgress);
        if (stalled.compareTo(settings.pace().stallAfter()) > 0) {
            throw new WireException("stalled: nothing acknowledged for " + stalled.toSeconds() + " s with "
                    + wire.onTheWay() + " messages on their way");
        }
        Duration untilStall = settings.pace().stallAfter().minus(stalled).plusMillis(1);
        return untilStall.compareTo(IDLE) < 0 ? untilStall : IDLE;
    }

    private void sendRecords(Wire wire) throws WireException {
        // One place is left for telemetry, so that a long backlog does not silence it.
        int window = Math.max(1, Math.min(settings.pace().window(), wire.receiveMaximum() - 1));
        while (inFlight.get() < window && wire.hasRoom()) {
            Optional<OutboxRecord> next = lanes.next();
            if (next.isEmpty()) {
                return;
            }
            OutboxRecord record = next.get();
            String topic = settings.topicRoot() + "/record/" + record.kind();
            wire.publish(topic, Envelope.record(station, record), 1, false, record.seq());
            inFlight.incrementAndGet();
            sent.incrementAndGet();
        }
    }

    private static void drain(Wire wire, Latest from, int qos, boolean retain) throws WireException {
        while (wire.hasRoom()) {
            Optional<Map.Entry<String, byte[]>> next = from.poll();
            if (next.isEmpty()) {
                return;
            }
            wire.publish(next.get().getKey(), next.get().getValue(), qos, retain, NO_RECORD);
        }
    }

    @Override
    public void closing(Wire wire) throws WireException {
        wire.publish(statusTopic(), Envelope.status(station, "offline", "agent stopped"), 1, true, NO_RECORD);
    }

    @Override
    public void closed() {
        inFlight.set(0);
        latest.clear();
    }
}
