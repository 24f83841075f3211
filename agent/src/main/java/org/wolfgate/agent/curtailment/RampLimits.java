package org.wolfgate.agent.curtailment;

import java.time.Duration;
import org.wolfgate.drivers.ActivePower;

/**
 * How fast the limit on a node's plants may move, as configured.
 *
 * @param downPerSecond power per second towards a lower cap; zero: at once
 * @param upPerSecond power per second towards a higher cap; zero: at once, when {@code dwell} allows it
 * @param dwell least time from any change to the next one upward
 * @param hysteresis a cap that rises by less than this is not followed, unless it rises to the node's rating
 */
public record RampLimits(ActivePower downPerSecond, ActivePower upPerSecond, Duration dwell, ActivePower hysteresis) {

    /** Longest dwell, one hour. */
    public static final Duration LONGEST_DWELL = Duration.ofHours(1);

    /** Every cap is followed at once. */
    public static final RampLimits NONE =
            new RampLimits(ActivePower.ZERO, ActivePower.ZERO, Duration.ZERO, ActivePower.ZERO);

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if a limit is below zero or the dwell above {@link #LONGEST_DWELL}
     */
    public RampLimits {
        if (downPerSecond.watts() < 0 || upPerSecond.watts() < 0 || hysteresis.watts() < 0 || dwell.isNegative()) {
            throw new IllegalArgumentException("a ramp limit is below zero");
        }
        if (dwell.compareTo(LONGEST_DWELL) > 0) {
            throw new IllegalArgumentException("a dwell of " + dwell.toSeconds() + " s is above one hour");
        }
    }
}
