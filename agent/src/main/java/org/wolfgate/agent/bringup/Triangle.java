package org.wolfgate.agent.bringup;

import java.math.BigDecimal;

/** Whether active, reactive and apparent power belong together: S2 = P2 + Q2, but for what harmonics add to S. */
final class Triangle {

    private static final double TOLERANCE = 0.02;

    private Triangle() {}

    /**
     * What they say.
     *
     * @param active in W
     * @param reactive in var
     * @param apparent in VA
     */
    static Finding judge(long active, long reactive, long apparent) {
        double sides = Math.hypot((double) active, (double) reactive);
        double size = Math.abs((double) apparent);
        String seen = "S " + shown(size) + ", from P and Q " + shown(sides);
        if (Math.abs(size - sides) <= TOLERANCE * Math.max(size, sides)) {
            return Finding.ok(seen);
        }
        return size > sides
                ? Finding.note(seen, "more than 2 % above: harmonics, or check word order and unit of Q and S")
                : Finding.fault(seen, "S cannot be below P and Q: check word order and unit of these registers");
    }

    private static String shown(double voltAmperes) {
        return BigDecimal.valueOf(Math.round(voltAmperes), 3)
                        .stripTrailingZeros()
                        .toPlainString() + " kVA";
    }
}
