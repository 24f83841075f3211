package org.wolfgate.agent.curtailment;

import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/**
 * The limit on a node's net injection and why it is there.
 *
 * @param limit empty if nothing limits the node below its rating
 * @param order the order it comes from, if it comes from one
 * @param why in words, for the generator
 * @param failSafe what was lost, while the node is in fail-safe
 * @param rung what the ladder does about it; empty outside fail-safe, and while what was lost is back but not for long enough
 */
public record Cap(
        Optional<ActivePower> limit,
        Optional<String> order,
        String why,
        Optional<Dependency> failSafe,
        Optional<FailSafeAction.Kind> rung) {

    public static final Cap NONE = new Cap(Optional.empty(), Optional.empty(), "no order in force");

    /** A cap outside fail-safe. */
    public Cap(Optional<ActivePower> limit, Optional<String> order, String why) {
        this(limit, order, why, Optional.empty(), Optional.empty());
    }
}
