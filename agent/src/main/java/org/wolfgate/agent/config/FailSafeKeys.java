package org.wolfgate.agent.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.Dependency;
import org.wolfgate.agent.curtailment.FailSafeAction;
import org.wolfgate.agent.curtailment.FailSafeAction.Kind;
import org.wolfgate.agent.curtailment.FailSafePolicy;
import org.wolfgate.agent.curtailment.FailSafePolicy.Rung;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code fail-safe} of a node. */
final class FailSafeKeys {

    private FailSafeKeys() {}

    static FailSafePolicy read(Section node, ActivePower rating) {
        Optional<Section> section = node.optionalSection("fail-safe");
        if (section.isEmpty()) {
            return FailSafePolicy.NONE;
        }
        try (Section keys = section.get()) {
            Map<Dependency, List<Rung>> ladders = new EnumMap<>(Dependency.class);
            for (Dependency each : Dependency.values()) {
                List<Rung> rungs = new ArrayList<>();
                for (Section rung : keys.sections(each.name().toLowerCase(Locale.ROOT))) {
                    try (rung) {
                        rungs.add(rung(rung, rating));
                    }
                }
                rungs.sort(Comparator.comparing(Rung::after));
                if (!rungs.isEmpty()) {
                    ladders.put(each, List.copyOf(rungs));
                }
            }
            return new FailSafePolicy(
                    ladders, keys.optional("leave-after", Values::duration).orElse(Duration.ZERO));
        }
    }

    private static Rung rung(Section keys, ActivePower rating) {
        Duration after = keys.require("after", Values::duration, Duration.ZERO);
        Kind then = keys.require("then", text -> Values.oneOf(Kind.class, text), Kind.HOLD);
        FailSafeAction action = switch (then) {
            case HOLD -> new FailSafeAction.Hold();
            case TRIP -> new FailSafeAction.Trip();
            case FALLBACK ->
                new FailSafeAction.Fallback(
                        keys.require("cap", text -> power(text, rating), ActivePower.ZERO),
                        keys.optional("ramp-per-second", text -> power(text, rating))
                                .orElse(ActivePower.ZERO));
        };
        return new Rung(after, action);
    }

    private static ActivePower power(String text, ActivePower rating) {
        ActivePower power = ActivePower.parse(text);
        if (power.watts() < 0 || power.compareTo(rating) > 0) {
            throw new IllegalArgumentException(power + " is not between 0 and the node's rating " + rating);
        }
        return power;
    }
}
