package org.wolfgate.agent.metering;

import java.util.Optional;
import org.wolfgate.drivers.Energy;

/** What the schedule expects of a span of time: the second-best guide to how a gap's energy was distributed. */
@FunctionalInterface
public interface ExpectedEnergy {

    ExpectedEnergy UNKNOWN = span -> Optional.empty();

    /** The scheduled energy of a span, empty where nothing is scheduled. */
    Optional<Energy> over(Interval span);
}
