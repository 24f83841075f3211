package org.wolfgate.agent.metering;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.wolfgate.drivers.GridVoltage;

/**
 * What is known so far of the vars of one interval.
 *
 * @param carry left over by the interval before, below one varh, in half var ms
 * @param halfVarMillis twice the integral of reactive power, in var ms
 * @param coveredMillis time integrated over
 * @param sumMillivolts sum of the good samples of voltage
 * @param samples how many
 */
public record OpenReactive(
        long number, long carry, long halfVarMillis, long coveredMillis, long sumMillivolts, int samples) {

    static OpenReactive fresh(long number, long carry) {
        return new OpenReactive(number, carry, 0, 0, 0, 0);
    }

    OpenReactive integrated(long more, long millis) {
        return new OpenReactive(
                number, carry, Math.addExact(halfVarMillis, more), coveredMillis + millis, sumMillivolts, samples);
    }

    OpenReactive sampled(long millivolts) {
        return new OpenReactive(
                number, carry, halfVarMillis, coveredMillis, Math.addExact(sumMillivolts, millivolts), samples + 1);
    }

    /** What whole varh leave over for the next interval; nothing after a gap. */
    long leftOver(long millis) {
        return coveredMillis == millis ? Math.floorMod(carry + halfVarMillis, PowerIntegral.PER_WATT_HOUR) : 0;
    }

    ReactiveInterval closed(long millis, int expected) {
        Optional<Long> varHours = coveredMillis == millis
                ? Optional.of(Math.floorDiv(Math.addExact(carry, halfVarMillis), PowerIntegral.PER_WATT_HOUR))
                : Optional.empty();
        return new ReactiveInterval(mean(expected), samples, expected, varHours);
    }

    private Optional<GridVoltage> mean(int expected) {
        if (samples == 0 || samples * 2L < expected) {
            return Optional.empty();
        }
        BigDecimal mean = new BigDecimal(BigInteger.valueOf(sumMillivolts))
                .divide(BigDecimal.valueOf(samples), 0, RoundingMode.HALF_EVEN);
        return Optional.of(new GridVoltage(mean.longValueExact()));
    }
}
