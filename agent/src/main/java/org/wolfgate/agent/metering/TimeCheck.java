package org.wolfgate.agent.metering;

import java.time.Duration;

/** When the clock is too far off for the edges of intervals to be trusted. */
public final class TimeCheck {

    private static final Duration LEAST_ALLOWED = Duration.ofSeconds(2);

    private TimeCheck() {}

    /** The largest trusted offset: 1 % of the sale period or 2 s, whichever is larger. */
    public static Duration allowed(IntervalGrid grid) {
        Duration hundredth = grid.length().dividedBy(100);
        return hundredth.compareTo(LEAST_ALLOWED) > 0 ? hundredth : LEAST_ALLOWED;
    }

    /**
     * Whether intervals metered at this offset are TIME_SUSPECT.
     *
     * @param offset of the agent's clock from its time source, of either sign
     */
    public static boolean isSuspect(Duration offset, IntervalGrid grid) {
        return offset.abs().compareTo(allowed(grid)) > 0;
    }
}
