package org.wolfgate.agent.metering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.wolfgate.agent.metering.IntervalGrid.Piece;
import org.wolfgate.agent.metering.ReactiveState.VarSample;
import org.wolfgate.drivers.GridVoltage;
import org.wolfgate.drivers.MeterReading.Reactive;

/**
 * Makes intervals of a meter's reactive power and voltage: vars integrated by trapezoids between samples no further apart
 * than the meter's tolerance, voltage averaged. Whole varh, the rest carried to the next interval, so that sums stay true.
 * A gap leaves an interval without vars; nothing is guessed over it.
 */
public final class ReactiveMeter {

    /** Intervals that stay known after their end, for a later version of their energy. */
    private static final int KEPT = 8;

    private final MeterRule rule;
    private final long scheduled;
    private Optional<VarSample> last;
    private final TreeMap<Long, OpenReactive> open = new TreeMap<>();

    /** @param scheduled a sample of voltage beyond half and one and a half times this is no measurement of it */
    public ReactiveMeter(MeterRule rule, GridVoltage scheduled, ReactiveState resumed) {
        this.rule = rule;
        this.scheduled = scheduled.millivolts();
        this.last = resumed.last().stream().findFirst();
        resumed.open().forEach(interval -> open.put(interval.number(), interval));
    }

    /** Takes a visit; a sample not later than the one before is a duplicate. */
    public void accept(Instant at, Reactive reading) {
        long now = at.toEpochMilli();
        EnergySource.usable(reading.power()).ifPresent(vars -> integrate(new VarSample(now, vars.vars())));
        EnergySource.usable(reading.voltage())
                .filter(volts -> credible(volts.millivolts()))
                .ifPresent(volts -> {
                    OpenReactive interval = interval(rule.grid().numberAtMillis(now));
                    open.put(interval.number(), interval.sampled(volts.millivolts()));
                });
        while (open.size() > KEPT) {
            open.pollFirstEntry();
        }
    }

    /** What is known of an interval. */
    public ReactiveInterval of(Interval interval) {
        OpenReactive known = open.getOrDefault(rule.grid().numberAt(interval.start()), OpenReactive.fresh(0, 0));
        return known.closed(rule.grid().millis(), rule.expectedSamples());
    }

    /** The agent's clock was set: what was sampled before has no place in the new reckoning. */
    public void clockSet() {
        last = Optional.empty();
    }

    public ReactiveState state() {
        return new ReactiveState(last.stream().toList(), List.copyOf(open.values()));
    }

    private void integrate(VarSample to) {
        if (last.filter(from -> from.atMillis() >= to.atMillis()).isPresent()) {
            return;
        }
        last.filter(from -> to.atMillis() - from.atMillis() <= rule.tolerance().toMillis())
                .ifPresent(from -> trapezoid(from, to));
        last = Optional.of(to);
    }

    private void trapezoid(VarSample from, VarSample to) {
        long before = 0;
        List<Piece> pieces = rule.grid().cut(from.atMillis(), to.atMillis());
        for (Piece piece : pieces) {
            long upTo = PowerTrack.integral(
                    new PowerSample(from.atMillis(), from.vars()),
                    new PowerSample(to.atMillis(), to.vars()),
                    piece.toMillis() - from.atMillis());
            OpenReactive interval = interval(piece.number());
            open.put(piece.number(), interval.integrated(upTo - before, piece.millis()));
            before = upTo;
        }
    }

    private OpenReactive interval(long number) {
        OpenReactive known = open.get(number);
        OpenReactive earlier = open.get(number - 1);
        return known != null
                ? known
                : OpenReactive.fresh(
                        number,
                        earlier == null ? 0 : earlier.leftOver(rule.grid().millis()));
    }

    private boolean credible(long millivolts) {
        return millivolts * 2 >= scheduled && millivolts * 2 <= scheduled * 3;
    }
}
