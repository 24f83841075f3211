package org.wolfgate.agent.clock;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of the system clock at one moment.
 *
 * @param quality how far its stamps can be trusted
 * @param estimatedError bound of the error where the time service states one; not negative
 * @param reason one line for the technician: who says so, or why nobody does
 */
public record TimeStatus(TimeQuality quality, Optional<Duration> estimatedError, String reason) {

    /** Nobody vouches for the time. */
    public static TimeStatus unsynchronised(String reason) {
        return new TimeStatus(TimeQuality.UNSYNCHRONISED, Optional.empty(), reason);
    }
}
