package org.wolfgate.agent.control;

import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * What the operator said of an interval after the agent could still take it in.
 *
 * @param frequency mean over the interval
 * @param ace mean area control error
 */
public record LateInputs(Optional<Frequency> frequency, Optional<ActivePower> ace) {

    public static final LateInputs NONE = new LateInputs(Optional.empty(), Optional.empty());
}
