package org.wolfgate.agent.metering;

import java.math.BigInteger;
import java.time.Duration;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * What the agent must know of a meter to make intervals of its readings.
 *
 * @param grid the settlement intervals
 * @param source where the energy comes from
 * @param register how its registers count; for a meter without one, the step to which energy is quantised
 * @param rated the largest power that flows in either direction, above zero
 * @param nominal 50 or 60 Hz, or what the system is scheduled at
 * @param resolution the smallest difference of frequency that the meter shows
 * @param pollPeriod the usual time between two readings, not above the interval's length
 * @param tolerance readings no further apart than this are joined by a straight line and count as measured, at least
 *     the poll period; 5 s is usual
 * @param grace how long after an interval's end a late reading is waited for before the interval is reported missing
 * @param detail what is kept of the samples of frequency
 */
public record MeterRule(
        IntervalGrid grid,
        EnergySource source,
        Register register,
        ActivePower rated,
        Frequency nominal,
        Frequency resolution,
        Duration pollPeriod,
        Duration tolerance,
        Duration grace,
        FrequencyDetail detail) {

    private static final long MILLIS_PER_HOUR = 3_600_000;

    /** Keeps the mean of the frequency alone. */
    public MeterRule(
            IntervalGrid grid,
            EnergySource source,
            Register register,
            ActivePower rated,
            Frequency nominal,
            Frequency resolution,
            Duration pollPeriod,
            Duration tolerance,
            Duration grace) {
        this(grid, source, register, rated, nominal, resolution, pollPeriod, tolerance, grace, FrequencyDetail.MEAN);
    }

    public MeterRule {
        register.requireFineEnough(rated, grid);
        if (pollPeriod.toMillis() < 1 || pollPeriod.compareTo(grid.length()) > 0) {
            throw new IllegalArgumentException("a poll period of " + pollPeriod
                    + " gives no sample in a sale period of " + grid.length() + ": poll at least once in each");
        }
        if (tolerance.compareTo(pollPeriod) < 0 || grace.isNegative()) {
            throw new IllegalArgumentException("a tolerance of " + tolerance + " must reach from one reading to the"
                    + " next (" + pollPeriod + ") and the grace of " + grace + " must not be negative");
        }
    }

    public MeterRule with(FrequencyDetail kept) {
        return new MeterRule(grid, source, register, rated, nominal, resolution, pollPeriod, tolerance, grace, kept);
    }

    int expectedSamples() {
        return Math.toIntExact(grid.millis() / pollPeriod.toMillis());
    }

    /**
     * The most that a register may count in a time: 1.2 times rated energy, and one step more since a coarse register
     * counts in jumps. Meters that refresh their registers more slowly than they are polled show the energy of several
     * polls at once, so a shorter time is taken as the tolerance.
     */
    Energy believable(long millis) {
        long span = Math.max(millis, tolerance.toMillis());
        BigInteger wattHours = BigInteger.valueOf(rated.watts())
                .multiply(BigInteger.valueOf(span))
                .multiply(BigInteger.valueOf(12))
                .divide(BigInteger.valueOf(10 * MILLIS_PER_HOUR));
        long bounded = wattHours.min(BigInteger.valueOf(Long.MAX_VALUE / 4)).longValueExact();
        return register.step().plus(new Energy(bounded));
    }
}
