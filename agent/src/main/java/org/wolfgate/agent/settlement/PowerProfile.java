package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.Energy;

/**
 * Power over time as straight lines, with exact energies: sums are fractions and are rounded once, half-even to 1 Wh.
 *
 * @param lines in order of time, none overlapping another; there may be gaps
 */
record PowerProfile(List<PowerLine> lines) {

    private static final BigFraction MILLIS_PER_HOUR = new BigFraction(3_600_000);

    PowerProfile {
        lines = List.copyOf(lines);
    }

    /** The lines within a span, cut at its ends. */
    List<Cut> within(Interval span) {
        long from = span.start().toEpochMilli();
        long to = span.end().toEpochMilli();
        List<Cut> cuts = new ArrayList<>();
        for (int i = firstEndingAfter(from); i < lines.size() && lines.get(i).startMillis() < to; i++) {
            PowerLine line = lines.get(i);
            cuts.add(new Cut(line, Math.max(from, line.startMillis()), Math.min(to, line.endMillis())));
        }
        return cuts;
    }

    boolean covers(Interval span) {
        long covered = within(span).stream().mapToLong(Cut::millis).sum();
        return covered == span.length().toMillis();
    }

    /** Energy over a span in W ms; where there is no line, none. */
    BigFraction wattMillis(Interval span) {
        return within(span).stream().map(Cut::wattMillis).reduce(BigFraction.ZERO, BigFraction::add);
    }

    static Energy round(BigFraction wattMillis) {
        BigFraction exact = wattMillis.divide(MILLIS_PER_HOUR);
        BigDecimal wattHours = new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), 0, RoundingMode.HALF_EVEN);
        return new Energy(wattHours.longValueExact());
    }

    private int firstEndingAfter(long millis) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).endMillis() > millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** A line, or the part of it within a span. */
    record Cut(PowerLine line, long fromMillis, long toMillis) {

        long millis() {
            return toMillis - fromMillis;
        }

        BigFraction wattMillis() {
            return line.wattMillis(fromMillis, toMillis);
        }

        /** How much of the energy of this line lies above another line over the same time, in W ms. */
        BigFraction above(PowerLine other) {
            BigFraction atStart = line.wattsAt(fromMillis).subtract(other.wattsAt(fromMillis));
            BigFraction atEnd = line.wattsAt(toMillis).subtract(other.wattsAt(toMillis));
            BigFraction height = positive(atStart).add(positive(atEnd));
            if (height.equals(BigFraction.ZERO)) {
                return BigFraction.ZERO;
            }
            BigFraction half = new BigFraction(millis()).divide(new BigFraction(2));
            boolean crossing = atStart.doubleValue() * atEnd.doubleValue() < 0;
            return crossing
                    ? half.multiply(height)
                            .multiply(height)
                            .divide(atStart.abs().add(atEnd.abs()))
                    : half.multiply(height);
        }

        private static BigFraction positive(BigFraction value) {
            return value.compareTo(BigFraction.ZERO) > 0 ? value : BigFraction.ZERO;
        }
    }
}
