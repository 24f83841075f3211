package org.wolfgate.agent.uplink;

import java.util.concurrent.CompletableFuture;
import org.wolfgate.agent.clock.Monotonic;

/** The ISO's end of the line: hears what a substation reports and publishes orders and market data to it. */
public final class DeskLink implements AutoCloseable {

    private static final long CLOSE_MILLIS = 5000;

    private final DeskDuty duty;
    private final Link link;
    private final Thread thread;

    /**
     * Starts to dial, and goes on doing so until it is closed.
     *
     * @param settings broker, client id and the topics to listen to
     * @param listener called on the link's own thread, one message at a time, at least once for each record
     */
    public DeskLink(UplinkSettings settings, InboundHandler listener, Monotonic clock) {
        this.duty = new DeskDuty(settings, listener);
        this.link = new Link(duty, settings.pace(), clock);
        this.thread = new Thread(link, "desk-" + settings.clientId());
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Publishes at QoS 1, again after every lost connection until the broker has it.
     *
     * @return completes when the broker has acknowledged it
     */
    public CompletableFuture<Void> publish(String topic, byte[] payload, boolean retained) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        duty.add(new DeskDuty.Outgoing(topic, payload, retained, acknowledged));
        link.wake();
        return acknowledged;
    }

    public LinkState state() {
        return link.state();
    }

    @Override
    public void close() {
        link.stop();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
