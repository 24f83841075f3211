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
    private static final long FAREWELL_MILLIS = 2000;

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
                attempt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            attempts.incrementAndGet();
            Wire wire = Dialler.dial(duty.plan(), bell);
            turned(true);
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
            while (stopping.getCount() > 0) {
                work(wire);
            }
            duty.closing(wire);
            wire.farewell(FAREWELL_MILLIS);
            orderly = true;
        } finally {
            turned(false);
            duty.closed();
            if (!orderly) {
                wire.discard();
            }
            // A connection that did not last is a failure too, or two agents with one identity would race for ever.
            if (clock.nanos() - start > pace.retryMost().toNanos()) {
                failures = 0;
            }
        }
    }

    private void work(Wire wire) throws WireException, InterruptedException {
        for (var event = wire.poll(); event.isPresent(); event = wire.poll()) {
            if (event.get() instanceof WireEvent.Lost lost) {
                throw new WireException(lost.why());
            }
            duty.on(wire, event.get());
        }
        bell.await(duty.turn(wire));
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
