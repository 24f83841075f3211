package org.wolfgate.agent.settlement;

import org.apache.commons.math3.fraction.BigFraction;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.ActivePower;

/**
 * Power that changes in a straight line, or not at all, over a span of time. Times count to the millisecond.
 *
 * @param from power at the start
 * @param to power towards the end
 */
public record PowerLine(Interval span, ActivePower from, ActivePower to) {

    public static PowerLine flat(Interval span, ActivePower power) {
        return new PowerLine(span, power, power);
    }

    boolean isFlat() {
        return from.equals(to);
    }

    long startMillis() {
        return span.start().toEpochMilli();
    }

    long endMillis() {
        return span.end().toEpochMilli();
    }

    /** Power in W at a moment of the span, its end included. */
    BigFraction wattsAt(long epochMillis) {
        return new BigFraction(to.watts() - from.watts())
                .multiply(new BigFraction(epochMillis - startMillis()))
                .divide(new BigFraction(endMillis() - startMillis()))
                .add(new BigFraction(from.watts()));
    }

    /** Energy between two moments of the span. */
    ExactEnergy energy(long fromMillis, long toMillis) {
        if (isFlat()) {
            return ExactEnergy.of(from, toMillis - fromMillis);
        }
        return ExactEnergy.of(wattsAt(fromMillis)
                .add(wattsAt(toMillis))
                .multiply(new BigFraction(toMillis - fromMillis))
                .divide(new BigFraction(2)));
    }
}
