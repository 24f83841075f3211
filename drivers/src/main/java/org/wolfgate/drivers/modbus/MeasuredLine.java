package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.wolfgate.drivers.RoundTrips;

/**
 * A line that measures the round trips of each unit, and waits less long for a unit that has been silent several times
 * running: a dead device shall cost the others one short probe. Every fourth probe waits the whole deadline, for a device
 * that has become slow rather than dead.
 */
public final class MeasuredLine implements LineLayer {

    private static final int UNITS = 256;
    private static final int SILENCES_UNTIL_SHORT = 3;
    private static final int WHOLE_PROBE_EVERY = 4;
    private static final int PATIENCE = 4;
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(100);

    /** A request that comes so soon after the gap did not wait for anything else. */
    private static final long AT_ONCE_NANOS = 5_000_000;

    private static final int TRIPS_UNTIL_KNOWN = 16;

    private final ModbusLine line;
    private final Duration deadline;
    private final long gap;
    private long lastEnd;
    private final AtomicReferenceArray<RoundTrips> units = new AtomicReferenceArray<>(UNITS);

    /**
     * Measures a line.
     *
     * @param deadline the line's own
     * @param gap what is kept above this line between two requests, 0 or more
     */
    public MeasuredLine(ModbusLine line, Duration deadline, Duration gap) {
        this.line = line;
        this.deadline = deadline;
        this.gap = gap.toNanos();
        this.lastEnd = System.nanoTime();
    }

    @Override
    public Answer exchange(Request request) {
        return probe(request, patience(request));
    }

    @Override
    public Answer probe(Request request, Duration atMost) {
        RoundTrips trips = trips(request.unit());
        long started = System.nanoTime();
        boolean atGap = started - lastEnd <= gap + AT_ONCE_NANOS;
        Answer answer = atMost.compareTo(deadline) < 0 ? line.probe(request, atMost) : line.exchange(request);
        lastEnd = System.nanoTime();
        trips.margin().asked(atGap, !(answer instanceof Answer.Failed));
        if (answer instanceof Answer.Failed) {
            trips.failed();
            return answer;
        }
        long took = lastEnd - started;
        trips.answered(took, took - line.wireTime(request.unit()).withoutTurnaround(request));
        return answer;
    }

    private Duration patience(Request request) {
        RoundTrips trips = trips(request.unit());
        long running = trips.failuresRunning();
        boolean whole = running < SILENCES_UNTIL_SHORT || running % WHOLE_PROBE_EVERY == 0;
        if (whole || !(request instanceof Request.Read)) {
            return deadline;
        }
        Duration known = trips.answered() == 0 ? deadline : trips.longest();
        Duration patient = trips.answered() == 0 ? deadline.dividedBy(PATIENCE) : known.multipliedBy(PATIENCE);
        return patient.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : patient;
    }

    private RoundTrips trips(int unit) {
        RoundTrips known = units.get(unit);
        if (known != null) {
            return known;
        }
        RoundTrips fresh = new RoundTrips();
        return units.compareAndSet(unit, null, fresh) ? fresh : units.get(unit);
    }

    @Override
    public Map<Integer, RoundTrips> roundTrips() {
        Map<Integer, RoundTrips> asked = new TreeMap<>();
        for (int unit = 0; unit < UNITS; unit++) {
            int number = unit;
            Optional.ofNullable(units.get(unit)).ifPresent(trips -> asked.put(number, trips));
        }
        return asked;
    }

    @Override
    public WireTime wireTime(int unit) {
        RoundTrips trips = trips(unit);
        WireTime time = line.wireTime(unit);
        return trips.answered() < TRIPS_UNTIL_KNOWN
                ? time
                : time.withTurnaround(trips.turnaround().quantile(0.5).toNanos());
    }

    @Override
    public ModbusLine below() {
        return line;
    }
}
