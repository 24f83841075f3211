package org.wolfgate.agent.curtailment;

import java.util.List;
import org.wolfgate.drivers.ActivePower;

/**
 * How one plant may be moved, as configured.
 *
 * @param rating its rated power; positive
 * @param ramp how fast its own limit may move, on top of the node's ramp
 * @param stages the only set-points that it can hold below its rating, as a plant behind relays; empty if it holds any
 */
public record PlantRule(ActivePower rating, RampLimits ramp, List<ActivePower> stages) {

    public PlantRule {
        stages = List.copyOf(stages);
    }

    /** A plant that holds any set-point and follows at once. */
    public static PlantRule of(ActivePower rating) {
        return new PlantRule(rating, RampLimits.NONE, List.of());
    }

    /** What of a share it can hold: the highest stage at or below it. A plant without any so low is told the share. */
    ActivePower staged(ActivePower share) {
        return share.compareTo(rating) >= 0
                ? rating
                : stages.stream()
                        .filter(stage -> stage.compareTo(share) <= 0)
                        .max(ActivePower::compareTo)
                        .orElse(share);
    }
}
