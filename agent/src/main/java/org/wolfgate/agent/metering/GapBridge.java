package org.wolfgate.agent.metering;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.metering.IntervalGrid.Piece;
import org.wolfgate.drivers.Energy;

/**
 * Books a register difference on the intervals between its two readings. The parts always add up to the difference, so
 * that over any time the sum of intervals is the register difference. Between readings close together the registers are
 * taken to rise in a straight line; {@link GapWeights} says how a longer gap is shared out.
 */
final class GapBridge {

    /** Beyond this a clock fault is likelier than a gap. */
    private static final long MOST_INTERVALS = 50_000;

    private final MeterRule rule;
    private final OpenIntervals open;
    private final GapWeights weights;

    GapBridge(MeterRule rule, OpenIntervals open, GapWeights weights) {
        this.rule = rule;
        this.open = open;
        this.weights = weights;
    }

    void join(CountedSpan span) {
        if (isTooLong(span.from().atMillis(), span.toMillis())) {
            flag(endsOf(span.from().atMillis(), span.toMillis()), MeteringFlag.GAP_TOO_LONG);
        } else {
            book(span, rule.grid().cut(span.from().atMillis(), span.toMillis()));
        }
        open.forgetPower();
    }

    /** Bills nothing from a difference, and says so on every interval that it touches. */
    void refuse(long fromMillis, long toMillis) {
        List<Piece> pieces = isTooLong(fromMillis, toMillis)
                ? endsOf(fromMillis, toMillis)
                : rule.grid().cut(fromMillis, toMillis);
        flag(pieces, MeteringFlag.REGISTER_DISCONTINUITY);
        open.forgetPower();
    }

    private void book(CountedSpan span, List<Piece> pieces) {
        boolean measured =
                pieces.size() == 1 || span.millis() <= rule.tolerance().toMillis();
        List<Long> exported = share(span.exported().energy(), pieces, Direction.EXPORTED, measured);
        List<Long> imported = share(span.imported().energy(), pieces, Direction.IMPORTED, measured);
        Registers edge = span.from().registers();
        for (int i = 0; i < pieces.size(); i++) {
            Registers start = edge;
            Registers end = new Registers(
                    rule.register().after(start.exported(), exported.get(i)),
                    rule.register().after(start.imported(), imported.get(i)));
            Piece piece = pieces.get(i);
            IntervalEnergy energy = new IntervalEnergy(new Energy(exported.get(i)), new Energy(imported.get(i)));
            open.update(
                    piece.number(),
                    interval -> interval.with(
                            atEdges(interval.count(), piece, start, end).plus(energy, piece.millis(), measured)));
            edge = end;
        }
        if (span.rolledOver()) {
            flag(pieces, MeteringFlag.ROLLOVER);
        }
    }

    private Count atEdges(Count count, Piece piece, Registers start, Registers end) {
        Count opened = piece.fromMillis() == rule.grid().startMillis(piece.number()) ? count.opensAt(start) : count;
        return piece.toMillis() == rule.grid().endMillis(piece.number()) ? opened.closesAt(end) : opened;
    }

    /** Shares in whole register steps, since the meter's step is the step of the quantity. */
    private List<Long> share(Energy energy, List<Piece> pieces, Direction direction, boolean measured) {
        if (pieces.size() == 1) {
            return List.of(energy.wattHours());
        }
        long step = rule.register().step().wattHours();
        long unit = energy.wattHours() % step == 0 ? step : 1;
        return Allocation.largestRemainder(
                        energy.wattHours() / unit, measured ? GapWeights.byTime(pieces) : weights.of(pieces, direction))
                .stream()
                .map(units -> units * unit)
                .toList();
    }

    private boolean isTooLong(long fromMillis, long toMillis) {
        return rule.grid().touched(fromMillis, toMillis) > MOST_INTERVALS;
    }

    private List<Piece> endsOf(long fromMillis, long toMillis) {
        List<Piece> ends = new ArrayList<>(rule.grid().cut(fromMillis, fromMillis + 1));
        ends.addAll(rule.grid().cut(toMillis - 1, toMillis));
        return ends;
    }

    private void flag(List<Piece> pieces, MeteringFlag flag) {
        pieces.forEach(piece -> open.update(piece.number(), interval -> interval.flagged(flag)));
    }
}
