package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.Monotonic;

/** One connection kept up for as long as the agent runs: dial, serve, lose, wait, dial again. */
final class Link implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration UNWANTED = Duration.ofMillis(200);
    private static final int SUSPICIOUS = 3;

    private final Duty duty;
    private final Pace pace;
    private final Monotonic clock;
    private final Doorbell bell = new Doorbell();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final RandomGenerator random = RandomGenerator.getDefault();
    private volatile boolean connected;
    private volatile long since;
    private final AtomicLong attempts = new AtomicLong();
    private volatile String lastError = "";
    private int failures;
    private int shortLived;

    Link(Duty duty, Pace pace, Monotonic clock) {
        this.duty = duty;
        this.pace = pace;
        this.clock = clock;
        this.since = clock.nanos();
    }

    void wake() {
        bell.run();
    }

    /** Asks the thread to close the connection in good order and end. */
    void stop() {
        stopping.countDown();
        bell.run();
    }

    boolean connected() {
        return connected;
    }

    LinkState state() {
        return new LinkState(connected, Duration.ofNanos(clock.nanos() - since), attempts.get(), lastError);
    }

    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                if (duty.wanted()) {
                    attempt();
                } else {
                    stopping.await(UNWANTED.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            attempts.incrementAndGet();
            duty.dialling();
            Wire wire = Dialler.dial(duty.plan(), bell);
            serve(wire);
        } catch (WireException | RuntimeException e) {
            fail(e);
        }
        if (stopping.getCount() > 0) {
            failures++;
            Duration wait = new Backoff(pace.retryFirst(), pace.retryMost()).after(failures, random);
            stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void serve(Wire wire) throws WireException, InterruptedException {
        long start = clock.nanos();
        boolean orderly = false;
        try {
            duty.opened(wire);
            turned(true);
            react(wire);
            while (stopping.getCount() > 0 && duty.wanted()) {
                bell.await(duty.turn(wire));
                react(wire);
            }
            leave(wire);
            orderly = true;
        } finally {
            turned(false);
            duty.closed();
            if (!orderly) {
                wire.discard();
            }
            // A connection that did not last is a failure too, or two agents with one identity would race for ever. The
            // other's longest wait is one and a half times the most.
            boolean lasted = clock.nanos() - start > 2 * pace.retryMost().toNanos();
            failures = lasted ? 0 : failures;
            shortLived = lasted ? 0 : shortLived + 1;
        }
    }

    private void react(Wire wire) throws WireException {
        for (var event = wire.poll(); event.isPresent(); event = wire.poll()) {
            if (event.get() instanceof WireEvent.Lost lost) {
                duty.lost(lost);
                throw new WireException(lost.why());
            }
            duty.on(wire, event.get());
        }
    }

    // Paho's disconnect overtakes what is not yet written, so the last words are waited for.
    private void leave(Wire wire) throws WireException, InterruptedException {
        duty.closing(wire);
        long start = clock.nanos();
        while (wire.onTheWay() > 0 && clock.nanos() - start < FAREWELL.toNanos()) {
            bell.await(Duration.ofMillis(100));
            react(wire);
        }
        react(wire);
        wire.farewell(FAREWELL.toMillis());
    }

    private void turned(boolean up) {
        connected = up;
        since = clock.nanos();
        if (up) {
            LOG.info(
                    "uplink {} is connected to {}",
                    duty.plan().clientId(),
                    duty.plan().settings().broker());
        }
    }

    private void fail(Exception why) {
        String text = why instanceof WireException ? String.valueOf(why.getMessage()) : why.toString();
        if (shortLived >= SUSPICIOUS) {
            // Not every broker says that it closed this connection because the same client id came again.
            text += "; " + SUSPICIOUS + " or more connections in a row did not last: does another agent use the client"
                    + " id " + duty.plan().clientId() + "?";
        }
        // The same failure every minute for a week is one line, not ten thousand.
        if (!text.equals(lastError)) {
            LOG.warn(
                    "uplink {}: {}; records wait in the ledger, trying again",
                    duty.plan().clientId(),
                    text);
        }
        lastError = text;
    }
}
