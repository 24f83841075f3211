package org.wolfgate.agent.bringup;

import java.util.Locale;

/** Compares the meter's currents with a clamp meter around the primary conductor. */
public final class CtRatio {

    private static final double TOLERANCE = 0.05;

    private CtRatio() {}

    /**
     * One phase compared.
     *
     * @param phase 1 to 3
     * @param metered in mA, 0 or more
     * @param clamped in mA, by the clamp meter; positive
     * @throws IllegalArgumentException if the clamp meter saw nothing
     */
    public static Finding judge(int phase, long metered, long clamped) {
        if (clamped <= 0) {
            throw new IllegalArgumentException("the clamp meter must show a current above zero to compare with");
        }
        double factor = (double) metered / clamped;
        String seen = String.format(
                Locale.ROOT,
                "L%d: meter %s, clamp %s: factor %.3f",
                phase,
                Text.amperes(metered),
                Text.amperes(clamped),
                factor);
        if (Math.abs(metered - clamped) <= TOLERANCE * clamped) {
            return Finding.ok(seen);
        }
        return factor == 0
                ? Finding.fault(seen, "the meter sees no current: CT open or shorted")
                : Finding.fault(
                        seen,
                        String.format(
                                Locale.ROOT,
                                "CT ratio wrong: multiply the meter's primary current by %.3f, and compare the plate",
                                1 / factor));
    }
}
