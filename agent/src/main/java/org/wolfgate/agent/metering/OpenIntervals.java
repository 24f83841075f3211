package org.wolfgate.agent.metering;

import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The intervals of one meter that are not closed yet. Only those of which something is known take space, so a meter may
 * be silent for weeks.
 */
final class OpenIntervals {

    private final TreeMap<Long, OpenInterval> known = new TreeMap<>();
    private boolean started;
    private long next;
    private long announced;

    OpenIntervals(MeterState resumed) {
        resumed.open().forEach(interval -> known.put(interval.number(), interval));
        started = resumed.started();
        next = resumed.next();
        announced = resumed.announced();
    }

    /** The first interval is the one in which the meter is first heard of. */
    void begin(long number) {
        if (!started) {
            started = true;
            next = number;
            announced = number;
        }
    }

    boolean started() {
        return started;
    }

    /** The first interval that is not closed. */
    long next() {
        return next;
    }

    /** The first interval of which no version has been emitted. */
    long announced() {
        return announced;
    }

    OpenInterval get(long number) {
        return known.getOrDefault(number, OpenInterval.fresh(number));
    }

    void update(long number, UnaryOperator<OpenInterval> change) {
        if (number >= next) {
            known.put(number, change.apply(get(number)));
        }
    }

    /** Power has done its service once the registers were read. */
    void forgetPower() {
        known.replaceAll((number, interval) ->
                interval.power().equals(PowerIntegral.ZERO) ? interval : interval.with(PowerIntegral.ZERO));
    }

    /** Emits a first version of the next interval without one, and keeps it open for a second. */
    void announce() {
        known.computeIfPresent(announced, (number, interval) -> interval.untouched());
        announced++;
    }

    void close() {
        known.remove(next);
        next++;
        announced = Math.max(announced, next);
    }

    /** Forgets the detail of the oldest intervals without energy while more than this many are known. */
    void boundTo(int most) {
        if (known.size() <= most) {
            return;
        }
        List<Long> oldest = known.values().stream()
                .filter(interval -> interval.count().equals(Count.NOTHING))
                .map(OpenInterval::number)
                .limit((long) known.size() - most)
                .toList();
        oldest.forEach(known::remove);
    }

    List<OpenInterval> snapshot() {
        return List.copyOf(known.values());
    }
}
