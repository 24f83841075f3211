package org.wolfgate.agent.metering;

import java.util.Optional;
import org.wolfgate.drivers.GridVoltage;

/**
 * What a meter says of voltage and vars in one interval. What was not measured is empty, never zero.
 *
 * @param voltage mean of the good samples, half-even to 1 mV; empty below half coverage
 * @param samples number of good samples of voltage
 * @param expected number of samples that complete polling would have given, at least 1
 * @param varHours reactive power integrated over the whole interval, in varh, injection positive; empty unless it is
 *     covered from edge to edge
 */
public record ReactiveInterval(Optional<GridVoltage> voltage, int samples, int expected, Optional<Long> varHours) {

    /** Whether less than 90 % of the samples were good. */
    public boolean thin() {
        return samples * 10L < expected * 9L;
    }
}
