package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The ISO's connection: listens to a substation and publishes to it, in a session that the broker keeps. */
final class DeskDuty implements Duty {

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final UplinkSettings settings;
    private final InboundHandler listener;
    private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
    private final Map<Long, Outgoing> sent = new ConcurrentHashMap<>();
    private final AtomicLong tags = new AtomicLong();

    /** A message on its way out. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outgoing(String topic, byte[] payload, boolean retained, CompletableFuture<Void> acknowledged) {}

    DeskDuty(UplinkSettings settings, InboundHandler listener) {
        this.settings = settings;
        this.listener = listener;
    }

    void add(Outgoing message) {
        outgoing.add(message);
    }

    @Override
    public WirePlan plan() {
        return new WirePlan(settings, settings.clientId(), settings.pace().orderSession(), Optional.empty());
    }

    @Override
    public void opened(Wire wire) throws WireException {
        wire.subscribe(settings.inbound(), settings.pace().connectTimeout().toMillis());
    }

    @Override
    public void on(Wire wire, WireEvent event) throws WireException {
        if (event instanceof WireEvent.Arrived arrived) {
            listener.take(arrived.message());
            wire.acknowledge(arrived);
        } else if (event instanceof WireEvent.Done done) {
            Optional.ofNullable(sent.remove(done.tag()))
                    .ifPresent(message -> message.acknowledged().complete(null));
        }
    }

    @Override
    public Duration turn(Wire wire) throws WireException {
        while (wire.onTheWay() < settings.pace().window() && wire.hasRoom()) {
            Outgoing next = outgoing.poll();
            if (next == null) {
                break;
            }
            long tag = tags.incrementAndGet();
            sent.put(tag, next);
            wire.publish(next.topic(), next.payload(), 1, next.retained(), tag);
        }
        return IDLE;
    }

    @Override
    public void closing(Wire wire) {
        // The session stays with the broker; there is nothing to say.
    }

    @Override
    public void closed() {
        // What was not acknowledged goes out again, before anything newer.
        List<Outgoing> again = List.copyOf(sent.values());
        sent.clear();
        outgoing.addAll(again);
    }
}
