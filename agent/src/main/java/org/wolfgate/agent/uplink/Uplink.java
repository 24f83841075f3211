package org.wolfgate.agent.uplink;

import java.util.concurrent.TimeUnit;
import org.wolfgate.agent.clock.Monotonic;

/**
 * The agent's two connections to the broker, each with a thread of its own.
 *
 * <p>Records go out at least once, new ones before old ones; each carries a sequence number and a hash chain, by which
 * the receiver makes it exactly once. Orders come in at least once and are acknowledged when they are stored. Nothing
 * here ever waits for the broker on a caller's thread, and a broker that is away changes nothing but the state.
 */
public final class Uplink implements AutoCloseable {

    private static final long CLOSE_MILLIS = 5000;

    private final UplinkSettings settings;
    private final IdentityClaims claims;
    private final RecordDuty duty;
    private final Link records;
    private final Link orders;
    private final Thread recordThread;
    private final Thread orderThread;

    /** An uplink that does nothing until {@link #start}. */
    public Uplink(
            UplinkSettings settings, Station station, OutboxSource source, InboundHandler handler, Monotonic clock) {
        this.settings = settings;
        this.claims = new IdentityClaims(settings, station, handler, clock);
        this.duty = new RecordDuty(settings, station, source, claims, clock);
        this.records = new Link(duty, settings.pace(), clock);
        this.orders = new Link(new OrderDuty(settings, handler, claims::ours), settings.pace(), clock);
        this.recordThread = new Thread(records, "uplink-records");
        this.orderThread = new Thread(orders, "uplink-orders");
        recordThread.setDaemon(true);
        orderThread.setDaemon(true);
    }

    /** Begins to dial. */
    public void start() {
        recordThread.start();
        orderThread.start();
    }

    /** Says that the outbox has grown. */
    public void wake() {
        records.wake();
    }

    /**
     * Sends records once more, after what waits anyway. Lost with the connection: who still misses some asks again.
     *
     * @param range records that have left the ledger are passed over
     */
    public void sendAgain(SequenceRange range) {
        duty.again(range);
        records.wake();
    }

    /** Sends telemetry once, at QoS 0: the newest value of a topic replaces one not yet sent; dropped while offline. */
    public void publishLatest(String topicSuffix, byte[] payload) {
        if (records.connected()) {
            duty.latest().put(topic(topicSuffix), payload);
            records.wake();
        }
    }

    /** Keeps the last value of a topic at the broker, retained, at QoS 1; said again at every new connection. */
    public void publishRetained(String topicSuffix, byte[] payload) {
        duty.retain(topic(topicSuffix), payload);
        records.wake();
    }

    private String topic(String suffix) {
        return settings.topicRoot() + "/" + suffix;
    }

    /** Whether this agent speaks for its substation, as far as is known. */
    boolean ours() {
        return claims.ours();
    }

    /** How it does now. */
    public UplinkState state() {
        return new UplinkState(
                records.state(), orders.state(), claims.standing(), duty.inFlight(), duty.sent(), duty.tooLarge());
    }

    /** Says goodbye to the broker and ends both threads; takes at most some seconds. */
    @Override
    public void close() {
        records.stop();
        orders.stop();
        try {
            recordThread.join(CLOSE_MILLIS);
            orderThread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
