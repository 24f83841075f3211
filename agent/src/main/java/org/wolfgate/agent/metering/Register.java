package org.wolfgate.agent.metering;

import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/**
 * How an energy register of a meter counts: upwards only, in steps, and back to zero at its modulus.
 *
 * @param modulus the register's first value beyond its range, such as 2^32 Wh or 10^8 kWh; {@link Long#MAX_VALUE} Wh
 *     for a register too wide to roll over
 * @param step the smallest difference that it shows, such as 1 Wh or 1 kWh
 */
public record Register(Energy modulus, Energy step) {

    /** A register that shows fewer steps per sale period at rated power prices its own rounding. */
    private static final long FEWEST_STEPS = 100;

    public Register {
        if (step.wattHours() < 1 || modulus.wattHours() <= step.wattHours()) {
            throw new IllegalArgumentException("a register needs a step of at least 1 Wh and a modulus above its step,"
                    + " not step " + step + " and modulus " + modulus);
        }
    }

    /**
     * How far the register advanced between two readings.
     *
     * @param most the largest difference that is believed; beyond it the register was reset, exchanged or misread, and
     *     no energy may be billed from the difference
     */
    public Advance advance(Energy before, Energy after, Energy most) {
        long difference = after.wattHours() - before.wattHours();
        long modular = Math.floorMod(difference, modulus.wattHours());
        boolean inRange = isValue(before) && isValue(after);
        if (!inRange || modular > most.wattHours()) {
            return new Advance.Discontinuity();
        }
        return new Advance.Counted(new Energy(modular), difference < 0);
    }

    /** The register's value after it has counted this energy. */
    Energy after(Energy value, long wattHours) {
        return new Energy(Math.floorMod(value.wattHours() + wattHours, modulus.wattHours()));
    }

    /**
     * Refuses a sale period in which rated power makes fewer than 100 steps of the register.
     *
     * @throws IllegalArgumentException naming the shortest sale period that would do
     */
    public void requireFineEnough(ActivePower rated, IntervalGrid grid) {
        long wattSeconds = Math.multiplyExact(rated.watts(), grid.length().toSeconds());
        long needed = Math.multiplyExact(FEWEST_STEPS * 3600, step.wattHours());
        if (wattSeconds < needed) {
            long shortest = rated.watts() <= 0 ? 0 : -Math.floorDiv(-needed, rated.watts());
            throw new IllegalArgumentException("at a rated power of " + rated + " a register step of " + step
                    + " is too coarse for a sale period of " + grid.length().toSeconds()
                    + " s: rated power must make at least 100 steps;"
                    + (shortest >= 1 && shortest <= 3600
                            ? " use at least " + shortest + " s"
                            : " use a register with a finer step"));
        }
    }

    private boolean isValue(Energy reading) {
        return reading.wattHours() >= 0 && reading.wattHours() < modulus.wattHours();
    }
}
