package org.wolfgate.agent.settlement;

import java.util.Comparator;
import java.util.List;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.settlement.PowerProfile.Cut;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * The caps that were in force over time. Orders arrive at any second of an interval, so a cap acts on the offset for
 * just the time that it was in force; where no line is, the node ran free. A ramp entitlement is a sloping line.
 */
public final class CapTrace {

    /** No order was in force. */
    public static final CapTrace NONE = new CapTrace(List.of());

    private final PowerProfile caps;

    /**
     * A trace of caps.
     *
     * @throws IllegalArgumentException if two lines overlap: one cap is in force at a time
     */
    public CapTrace(List<PowerLine> lines) {
        List<PowerLine> ordered = lines.stream()
                .sorted(Comparator.comparing(line -> line.span().start()))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            Interval earlier = ordered.get(i - 1).span();
            if (ordered.get(i).span().start().isBefore(earlier.end())) {
                throw new IllegalArgumentException("two caps in force at once: " + earlier + " and "
                        + ordered.get(i).span() + "; end the one where the other starts");
            }
        }
        this.caps = new PowerProfile(ordered);
    }

    /** One cap over a span of time. */
    public static CapTrace of(Interval span, ActivePower cap) {
        return new CapTrace(List.of(PowerLine.flat(span, cap)));
    }

    boolean actsWithin(Interval span) {
        return !caps.within(span).isEmpty();
    }

    /** How much of a schedule lies above the caps. */
    ExactEnergy cutFrom(PowerProfile schedule, Interval span) {
        ExactEnergy cut = ExactEnergy.ZERO;
        for (Cut cap : caps.within(span)) {
            for (Cut scheduled : schedule.within(cap.span())) {
                cut = cut.plus(scheduled.above(cap.line()));
            }
        }
        return cut;
    }

    /**
     * The most that a node could inject without violating a cap: up to the cap where one was in force, up to its rated
     * power for the rest. An interval's energy cannot show when it flowed, so a node that ran free for a part of the
     * interval gets the benefit of the doubt.
     */
    Energy allowed(Interval span, ActivePower rated) {
        long capped = caps.within(span).stream().mapToLong(Cut::millis).sum();
        ExactEnergy free = ExactEnergy.of(rated, span.length().toMillis() - capped);
        return caps.energy(span).plus(free).rounded();
    }
}
