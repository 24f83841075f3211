package org.wolfgate.agent.curtailment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/**
 * What the rule of the cap in force remembers from one moment to the next. Plain data, so that it survives a restart.
 *
 * @param held the last order in force, kept while the ISO is silent
 * @param failSafe set from entering fail-safe to leaving it
 */
public record CapState(Optional<CurtailmentOrder> held, Optional<FailSafe> failSafe) {

    public static final CapState NEW = new CapState(Optional.empty(), Optional.empty());

    /** The same after the clock was set by a step. */
    public CapState moved(Duration step) {
        return new CapState(
                held,
                failSafe.map(left -> new FailSafe(
                        left.cause(), left.level(), left.recoveredAt().map(at -> at.plus(step)))));
    }

    /**
     * A node in fail-safe.
     *
     * @param cause what was lost
     * @param level the cap it was brought to, or its rating
     * @param recoveredAt since when everything is back; empty while something is lost
     */
    public record FailSafe(Dependency cause, ActivePower level, Optional<Instant> recoveredAt) {}
}
