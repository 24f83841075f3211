package org.wolfgate.agent.config;

import java.time.Duration;
import java.util.Optional;
import org.wolfgate.agent.curtailment.RampLimits;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code ramp} of a node. */
final class RampKeys {

    private RampKeys() {}

    static RampLimits read(Section node, ActivePower rating) {
        Optional<Section> section = node.optionalSection("ramp");
        if (section.isEmpty()) {
            return RampLimits.NONE;
        }
        try (Section keys = section.get()) {
            return new RampLimits(
                    power(keys, "down-per-second", rating),
                    power(keys, "up-per-second", rating),
                    keys.optional("dwell", RampKeys::dwell).orElse(Duration.ZERO),
                    power(keys, "hysteresis", rating));
        }
    }

    private static ActivePower power(Section keys, String key, ActivePower rating) {
        return keys.optional(key, text -> positive(text, rating)).orElse(ActivePower.ZERO);
    }

    private static ActivePower positive(String text, ActivePower rating) {
        ActivePower power = ActivePower.parse(text);
        if (power.watts() <= 0 || power.compareTo(rating) > 0) {
            throw new IllegalArgumentException(
                    power + " is not above 0 and at most the node's rating " + rating + "; leave the key out for none");
        }
        return power;
    }

    private static Duration dwell(String text) {
        Duration dwell = Values.duration(text);
        if (dwell.compareTo(RampLimits.LONGEST_DWELL) > 0) {
            throw new IllegalArgumentException("'" + text + "' is above one hour");
        }
        return dwell;
    }
}
