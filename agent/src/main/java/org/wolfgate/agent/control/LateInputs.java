package org.wolfgate.agent.control;

import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * What the operator said of an interval after the agent could still take it in.
 *
 * @param frequency mean over the interval
 * @param ace mean area control error
 * @param loadings mean loading of flowgates, by name
 */
public record LateInputs(Optional<Frequency> frequency, Optional<ActivePower> ace, Map<String, PerUnit> loadings) {

    public static final LateInputs NONE = new LateInputs(Optional.empty(), Optional.empty(), Map.of());

    public LateInputs {
        loadings = Map.copyOf(loadings);
    }
}
