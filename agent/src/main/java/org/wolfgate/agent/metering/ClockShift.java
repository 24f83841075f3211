package org.wolfgate.agent.metering;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Moves what a meter remembers when the agent's clock is set. The moments of readings move with the clock, so that the
 * energy counted since the last one belongs to the time that really passed; the edges of intervals never move.
 *
 * <p>Within the open interval nothing else happens. Forward over an edge, the open intervals end with what they have,
 * and time that never was makes no interval. Back over more than one edge, the intervals from there on are metered anew
 * and supersede those that were closed under the wrong time. Back over one edge, the meter waits for the first interval
 * that is not closed; its energy is not lost, since the register counts on.
 */
final class ClockShift {

    private final IntervalGrid grid;
    private final long before;
    private final long after;

    ClockShift(IntervalGrid grid, Instant before, Instant after) {
        this.grid = grid;
        this.before = before.toEpochMilli();
        this.after = after.toEpochMilli();
    }

    /** Whether open intervals end here. Readings that an earlier run made are not of the time that was wrong. */
    boolean cutsOff(MeterState state) {
        long to = grid.numberAtMillis(after);
        boolean own = state.started() && state.latest() <= before;
        boolean forward = to > grid.numberAtMillis(before) && to > state.next();
        boolean back = after < before && state.next() - to > 1;
        return own && (forward || back);
    }

    /** The state to go on with when no interval ends. */
    MeterState within(MeterState state) {
        if (!state.started()) {
            return state;
        }
        long suspect = Math.max(state.next(), grid.numberAtMillis(after));
        OpenInterval marked = state.open().stream()
                .filter(interval -> interval.number() == suspect)
                .findFirst()
                .orElseGet(() -> OpenInterval.fresh(suspect))
                .flagged(MeteringFlag.TIME_SUSPECT);
        List<OpenInterval> open = Stream.concat(
                        state.open().stream().filter(interval -> interval.number() != suspect), Stream.of(marked))
                .toList();
        return moved(state, state.next(), state.announced(), open, grid.startMillis(state.next()));
    }

    /** The state to go on with when the open intervals were closed. */
    MeterState across(MeterState state) {
        long next = grid.numberAtMillis(after);
        OpenInterval first = OpenInterval.fresh(next).flagged(MeteringFlag.TIME_SUSPECT);
        MeterState moved = moved(state, next, next, List.of(first), Long.MIN_VALUE);
        if (after > before) {
            return moved;
        }
        long emitted = Math.max(state.announced(), grid.numberAtMillis(before) + 1);
        return redone(moved, state.redone() + 1, Math.max(state.redoneBefore(), emitted));
    }

    private MeterState moved(MeterState state, long next, long announced, List<OpenInterval> open, long earliest) {
        return new MeterState(
                true,
                moved(state.latest(), earliest),
                next,
                announced,
                open,
                registers(state.lastRegisters(), earliest),
                registers(state.suspectRegisters(), earliest),
                state.lastPower().stream()
                        .map(sample -> new PowerSample(moved(sample.atMillis(), earliest), sample.watts()))
                        .toList(),
                state.carry(),
                new FrequencyTrack(
                        samples(state.frequency().lastGood(), earliest),
                        samples(state.frequency().runStart(), earliest),
                        state.frequency().runLength()),
                state.redone(),
                state.redoneBefore());
    }

    private static MeterState redone(MeterState state, int times, long before) {
        return new MeterState(
                state.started(),
                state.latest(),
                state.next(),
                state.announced(),
                state.open(),
                state.lastRegisters(),
                state.suspectRegisters(),
                state.lastPower(),
                state.carry(),
                state.frequency(),
                times,
                before);
    }

    private List<RegisterReading> registers(List<RegisterReading> readings, long earliest) {
        return readings.stream()
                .map(reading -> new RegisterReading(moved(reading.atMillis(), earliest), reading.registers()))
                .toList();
    }

    private List<FrequencyTrack.Sample> samples(List<FrequencyTrack.Sample> samples, long earliest) {
        return samples.stream()
                .map(sample -> new FrequencyTrack.Sample(moved(sample.atMillis(), earliest), sample.millihertz()))
                .toList();
    }

    private long moved(long at, long earliest) {
        return at > before || at == Long.MIN_VALUE ? at : Math.max(earliest, at + (after - before));
    }
}
