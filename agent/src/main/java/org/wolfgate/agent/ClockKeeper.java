package org.wolfgate.agent;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wolfgate.agent.clock.AgentClock;
import org.wolfgate.agent.clock.ClockFinding;
import org.wolfgate.agent.clock.Monotonic;
import org.wolfgate.agent.clock.TimeQuality;
import org.wolfgate.agent.clock.TimeStatus;
import org.wolfgate.agent.clock.TimeWatch;
import org.wolfgate.agent.control.Event;

/** Looks after the agent's clock on a slow thread of its own, off the control path. */
final class ClockKeeper implements ControlLoop.Timebase, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
    private static final long CHECK_SECONDS = 5;
    private static final long ASK_SECONDS = 30;

    private final AgentClock clock;
    private final TimeWatch watch;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread keeper = new Thread(task, "clock");
        keeper.setDaemon(true);
        return keeper;
    });

    /** @param lastSeen the latest stamp of an earlier run */
    ClockKeeper(Monotonic monotonic, Instant lastSeen) {
        this.clock = AgentClock.ofThisMachine(monotonic, lastSeen);
        this.watch = TimeWatch.ofThisMachine(monotonic);
    }

    Instant now() {
        return clock.now();
    }

    @Override
    public Instant at(long nanos) {
        return clock.at(nanos);
    }

    @Override
    public void follow() {
        clock.follow();
    }

    TimeQuality quality() {
        return watch.status().quality();
    }

    TimeStatus status() {
        return watch.status();
    }

    /** Begins to compare the clock with the system's. */
    void start(Consumer<Event> events) {
        Runnable judge = () -> {
            watch.refresh();
            events.accept(new Event.TimeJudged(quality() != TimeQuality.UNSYNCHRONISED));
        };
        var unused = thread.scheduleWithFixedDelay(guarded(judge), 0, ASK_SECONDS, TimeUnit.SECONDS);
        var unused2 = thread.scheduleWithFixedDelay(
                guarded(() -> report(clock.check(quality()), events)), CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void report(ClockFinding finding, Consumer<Event> events) {
        if (finding instanceof ClockFinding.Rebased rebased) {
            events.accept(new Event.ClockSet(rebased.before(), rebased.after()));
        } else if (finding instanceof ClockFinding.Diverged diverged && diverged.isNew()) {
            events.accept(new Event.Noted(
                    "system clock stepped",
                    "it is ahead by " + diverged.ahead().toMillis() + " ms; the agent's clock did not follow"));
        }
    }

    /** A scheduled task that throws is never run again. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("clock: a check failed; the next one follows", e);
            }
        };
    }
}
