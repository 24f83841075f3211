package org.wolfgate.drivers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How one device answers: its round trips, what it takes to think, its failures. Written by the thread of its line. */
public final class RoundTrips {

    private final Histogram times = new Histogram();
    private final Histogram turnaround = new Histogram();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong running = new AtomicLong();
    private final GapMargin margin = new GapMargin();

    /**
     * An answer came, be it a refusal.
     *
     * @param nanos from the request to the whole answer, silences included
     * @param thinking the part of it that the wire does not explain
     */
    public void answered(long nanos, long thinking) {
        times.record(nanos);
        turnaround.record(Math.max(0, thinking));
        running.lazySet(0);
    }

    /** No answer that can be trusted. */
    public void failed() {
        failed.lazySet(failed.get() + 1);
        running.lazySet(running.get() + 1);
    }

    /** Exchanges with an answer. */
    public long answered() {
        return times.count();
    }

    /** Exchanges without one. */
    public long failures() {
        return failed.get();
    }

    /** Exchanges without an answer since the last one with. */
    public long failuresRunning() {
        return running.get();
    }

    /** Round trips of all answers. */
    public Histogram times() {
        return times;
    }

    /** What the device took to think. */
    public Histogram turnaround() {
        return turnaround;
    }

    /** Whether the pause before its requests is long enough. */
    public GapMargin margin() {
        return margin;
    }

    /** The longest round trip. */
    public Duration longest() {
        return times.longest();
    }
}
