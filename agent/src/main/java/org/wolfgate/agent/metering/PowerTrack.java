package org.wolfgate.agent.metering;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.metering.IntervalGrid.Piece;

/**
 * Integrates power samples by trapezoids, cut at the edges of intervals. For a meter without registers this is its
 * energy; for another it tells how the energy of a gap in the registers was distributed.
 */
final class PowerTrack {

    /** A straight line stands for no longer a silence than this; beyond it the energy is missing. */
    private static final long LONGEST_LINE_MILLIS = 3_600_000;

    private final MeterRule rule;
    private final OpenIntervals open;
    private Optional<PowerSample> last;

    PowerTrack(MeterRule rule, OpenIntervals open, MeterState resumed) {
        this.rule = rule;
        this.open = open;
        this.last = resumed.lastPower().stream().findFirst();
    }

    void accept(PowerSample sample) {
        last.filter(from -> sample.atMillis() - from.atMillis() <= longest())
                .ifPresent(from -> integrate(from, sample));
        last = Optional.of(sample);
    }

    Optional<Long> settledMillis() {
        return last.map(PowerSample::atMillis);
    }

    List<PowerSample> lastPower() {
        return last.stream().toList();
    }

    private long longest() {
        return rule.source().hasRegisters() ? rule.tolerance().toMillis() : LONGEST_LINE_MILLIS;
    }

    private void integrate(PowerSample from, PowerSample to) {
        boolean measured = to.atMillis() - from.atMillis() <= rule.tolerance().toMillis();
        long before = 0;
        for (Piece piece : rule.grid().cut(from.atMillis(), to.atMillis())) {
            long upTo = integral(from, to, piece.toMillis() - from.atMillis());
            long part = upTo - before;
            open.update(piece.number(), interval -> add(interval, part, piece.millis(), measured));
            before = upTo;
        }
    }

    private OpenInterval add(OpenInterval interval, long halfWattMillis, long millis, boolean measured) {
        OpenInterval integrated = interval.with(interval.power().plus(halfWattMillis, millis));
        return rule.source().hasRegisters()
                ? integrated
                : integrated.with(integrated.count().plus(IntervalEnergy.ZERO, millis, measured));
    }

    /** Twice the integral of the straight line between two samples, from the first on, in W ms. */
    static long integral(PowerSample from, PowerSample to, long millis) {
        long span = to.atMillis() - from.atMillis();
        if (millis == span) {
            return Math.multiplyExact(span, Math.addExact(from.watts(), to.watts()));
        }
        BigInteger bend = BigInteger.valueOf(to.watts() - from.watts())
                .multiply(BigInteger.valueOf(millis).pow(2))
                .divide(BigInteger.valueOf(span));
        return Math.addExact(Math.multiplyExact(2 * millis, from.watts()), bend.longValueExact());
    }
}
