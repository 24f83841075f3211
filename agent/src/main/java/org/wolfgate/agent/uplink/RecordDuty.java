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
    private final IdentityClaims claims;
    private final RecordQueue queue;
    private boolean present;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private long lastProgress;

    RecordDuty(UplinkSettings settings, Station station, OutboxSource source, IdentityClaims claims, Monotonic clock) {
        this.settings = settings;
        this.claims = claims;
        this.station = station;
        this.source = source;
        this.clock = clock;
        this.done = new Acknowledgements(source.acknowledged());
        this.queue = new RecordQueue(settings, station, source, done);
    }

    Latest latest() {
        return latest;
    }

    void retain(String topic, byte[] payload) {
        retained.put(topic, payload);
        retainedToSend.put(topic, payload);
    }

    /** Has a range sent again over the connection that stands, or the next one. */
    void again(SequenceRange range) {
        queue.again(range);
    }

    /** Records larger than the broker takes; they stay in the outbox and do not hold up the others. */
    int tooLarge() {
        return queue.tooLarge();
    }

    int inFlight() {
        return inFlight.get();
    }

    long sent() {
        return sent.get();
    }

    @Override
    public WirePlan plan() {
        byte[] gone = Envelope.status(station, "offline", "connection lost");
        WirePlan.Will will = new WirePlan.Will(statusTopic(), gone, true);
        return new WirePlan(settings, settings.clientId(), Duration.ZERO, Optional.of(will));
    }

    private String statusTopic() {
        return settings.topicRoot() + "/status";
    }

    @Override
    public boolean wanted() {
        return claims.wanted();
    }

    @Override
    public void opened(Wire wire) throws WireException {
        queue.opened();
        inFlight.set(0);
        present = false;
        lastProgress = clock.nanos();
        claims.opened(wire);
    }

    /** Nothing is said to the ISO before it is certain that no other agent speaks for the substation. */
    private void enter(Wire wire) throws WireException {
        claims.taken();
        if (!present) {
            present = true;
            wire.publish(statusTopic(), Envelope.status(station, "online", "connected"), 1, true, NO_RECORD);
            retained.forEach(retainedToSend::put);
        }
    }

    @Override
    public void on(Wire wire, WireEvent event) throws WireException {
        if (event instanceof WireEvent.Done finished) {
            lastProgress = clock.nanos();
            if (finished.tag() == IdentityClaims.TAG) {
                enter(wire);
            } else if (finished.tag() > NO_RECORD) {
                inFlight.decrementAndGet();
                advance(finished.tag());
            }
        } else if (event instanceof WireEvent.Arrived arrived) {
            claims.heard(wire, arrived.message());
            wire.acknowledge(arrived);
        }
    }

    @Override
    public void lost(WireEvent.Lost why) {
        claims.lost(why.takenOver());
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
        Duration idle = IDLE;
        if (claims.standing() == Standing.HELD) {
            drain(wire, retainedToSend, 1, true, Wire.FOR_OTHERS);
            sendRecords(wire);
            drain(wire, latest, 0, false, NO_RECORD);
        } else {
            idle = claims.turn(wire);
        }
        Duration stalled = Duration.ofNanos(clock.nanos() - lastProgress);
        if (stalled.compareTo(settings.pace().stallAfter()) > 0) {
            throw new WireException("stalled: nothing acknowledged for " + stalled.toSeconds() + " s with "
                    + wire.onTheWay() + " messages on their way");
        }
        Duration untilStall = settings.pace().stallAfter().minus(stalled).plusMillis(1);
        return untilStall.compareTo(idle) < 0 ? untilStall : idle;
    }

    private void sendRecords(Wire wire) throws WireException {
        // One place is left for telemetry, so that a long backlog does not silence it.
        int window = Math.max(1, Math.min(settings.pace().window(), wire.receiveMaximum() - 1));
        while (inFlight.get() < window && wire.hasRoom()) {
            Optional<RecordQueue.Outgoing> next = queue.next(wire.maximumPacketSize());
            if (next.isEmpty()) {
                return;
            }
            RecordQueue.Outgoing outgoing = next.get();
            wire.publish(outgoing.topic(), outgoing.payload(), 1, false, outgoing.tag());
            if (outgoing.tag() != Wire.FOR_OTHERS) {
                inFlight.incrementAndGet();
                sent.incrementAndGet();
            }
        }
    }

    private static void drain(Wire wire, Latest from, int qos, boolean retain, long tag) throws WireException {
        while (wire.hasRoom()) {
            Optional<Map.Entry<String, byte[]>> next = from.poll();
            if (next.isEmpty()) {
                return;
            }
            wire.publish(next.get().getKey(), next.get().getValue(), qos, retain, tag);
        }
    }

    @Override
    public void closing(Wire wire) throws WireException {
        if (claims.standing() != Standing.HELD) {
            return;
        }
        // An agent that left in good order keeps nobody waiting who comes in its place.
        wire.publish(claims.topic(), new byte[0], 1, true, NO_RECORD);
        wire.publish(statusTopic(), Envelope.status(station, "offline", "agent stopped"), 1, true, NO_RECORD);
    }

    @Override
    public void closed() {
        inFlight.set(0);
        latest.clear();
    }
}
