package org.wolfgate.agent.clock;

import java.util.Optional;

/** A daemon that keeps the system clock right and can be asked how well. */
@FunctionalInterface
public interface TimeService {

    /**
     * What the service says now; empty when it is not there.
     *
     * <p>May take a second or two: never call it on the control thread.
     */
    Optional<TimeStatus> ask();
}
