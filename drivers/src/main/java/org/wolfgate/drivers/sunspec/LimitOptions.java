package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How a site wants its SunSpec limit.
 *
 * @param revertAfter the device's own timer: without a refresh in this time it leaves the limit. Empty: it holds the last
 *     limit for ever
 * @param revertTo what model 704 falls to then, in percent of WMax, never above the limit in force. Empty: it keeps the
 *     limit. Model 123 knows no such thing and goes back to full power
 * @param toggleEnable whether a new percentage only counts when the limit is switched off and on again (some Fronius
 *     firmware); it opens the limit for a moment
 */
record LimitOptions(Optional<Duration> revertAfter, Optional<BigDecimal> revertTo, boolean toggleEnable) {

    static final LimitOptions NONE = new LimitOptions(Optional.empty(), Optional.empty(), false);
}
