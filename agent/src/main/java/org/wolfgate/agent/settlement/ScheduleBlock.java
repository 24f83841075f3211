package org.wolfgate.agent.settlement;

import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.ActivePower;

/**
 * Power agreed for a span of time.
 *
 * @param span in whole milliseconds
 * @param power positive is injection, negative withdrawal
 */
public record ScheduleBlock(Interval span, ActivePower power) {

    @Override
    public String toString() {
        return power + " " + span;
    }
}
