package org.wolfgate.agent.control;

import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * What the operator had said of an interval when it was priced before; it may have been forgotten since.
 *
 * @param operator its frequency, if it was known
 * @param ace its area control error
 * @param loadings of the flowgates, by name; those that were not known are not there
 */
record KnownInputs(Optional<Frequency> operator, Optional<ActivePower> ace, Map<String, PerUnit> loadings) {

    /** Of an interval that is priced for the first time. */
    static final KnownInputs NOTHING = new KnownInputs(Optional.empty(), Optional.empty(), Map.of());
}
