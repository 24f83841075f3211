package org.wolfgate.agent.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.ActivePower;

/**
 * Power over time as straight lines, with exact energies that are rounded once, at the end.
 *
 * @param lines in order of time, none overlapping another; there may be gaps
 */
record PowerProfile(List<PowerLine> lines) {

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

    /** Energy over a span; where there is no line, none. */
    ExactEnergy energy(Interval span) {
        return within(span).stream().map(Cut::energy).reduce(ExactEnergy.ZERO, ExactEnergy::plus);
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

        Interval span() {
            return new Interval(Instant.ofEpochMilli(fromMillis), Instant.ofEpochMilli(toMillis));
        }

        long millis() {
            return toMillis - fromMillis;
        }

        ExactEnergy energy() {
            return line.energy(fromMillis, toMillis);
        }

        /** How much of the energy of this line lies above another line over the same time. */
        ExactEnergy above(PowerLine other) {
            if (line.isFlat() && other.isFlat()) {
                return ExactEnergy.of(line.from().minus(other.from()).max(ActivePower.ZERO), millis());
            }
            BigFraction atStart = line.wattsAt(fromMillis).subtract(other.wattsAt(fromMillis));
            BigFraction atEnd = line.wattsAt(toMillis).subtract(other.wattsAt(toMillis));
            BigFraction height = positive(atStart).add(positive(atEnd));
            if (height.equals(BigFraction.ZERO)) {
                return ExactEnergy.ZERO;
            }
            BigFraction half = new BigFraction(millis()).divide(new BigFraction(2));
            BigFraction trapezoid = half.multiply(height);
            boolean crossing = !height.equals(atStart.add(atEnd));
            return ExactEnergy.of(
                    crossing ? trapezoid.multiply(height).divide(atStart.abs().add(atEnd.abs())) : trapezoid);
        }

        private static BigFraction positive(BigFraction value) {
            return value.compareTo(BigFraction.ZERO) > 0 ? value : BigFraction.ZERO;
        }
    }
}
