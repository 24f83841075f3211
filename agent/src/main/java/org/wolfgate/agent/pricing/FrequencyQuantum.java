package org.wolfgate.agent.pricing;

import org.wolfgate.drivers.Frequency;

/**
 * The resolution at which a frequency is read before it is priced.
 *
 * @param step at least 1 mHz
 * @param rounding how a reading goes onto the grid of the step
 */
public record FrequencyQuantum(Frequency step, Rounding rounding) {

    /** How a reading goes onto the grid. */
    public enum Rounding {
        /** To the nearest multiple; a tie goes to the even one. */
        NEAREST,
        /** To the multiple below, as step tables with "not below" edges do. */
        FLOOR
    }

    /** 1 mHz, nearest: a whole number of millihertz is used as it is. */
    public static final FrequencyQuantum FINEST = new FrequencyQuantum(new Frequency(1), Rounding.NEAREST);

    public FrequencyQuantum {
        if (step.millihertz() < 1) {
            throw new IllegalArgumentException("the frequency step " + step + " is not above zero");
        }
    }

    /** The frequency used, in mHz. Does not allocate. */
    public int apply(int millihertz) {
        int size = step.millihertz();
        int below = Math.floorDiv(millihertz, size);
        int rest = Math.floorMod(millihertz, size);
        boolean up = rounding == Rounding.NEAREST && (rest > size - rest || (rest == size - rest && (below & 1) == 1));
        return (up ? below + 1 : below) * size;
    }
}
