package org.wolfgate.agent.config;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.wolfgate.agent.pricing.tariff.Operand;

/** The rates and inputs of a tariff file that a rule may name: those that stand above it. */
final class RateNames {

    private final Set<String> known = new LinkedHashSet<>();

    void add(String name) {
        known.add(name);
    }

    boolean has(String name) {
        return known.contains(name);
    }

    /** A number or a known name; {@code nothing} is zero. */
    Function<String, Operand> operand() {
        return text -> {
            Operand operand = Operand.parse(text.strip().equals("nothing") ? "0" : text);
            if (operand instanceof Operand.Named named && !has(named.name())) {
                throw new IllegalArgumentException("'" + named.name() + "' is no number and no rate or input above here"
                        + (known.isEmpty() ? "" : " (there are " + String.join(", ", known) + ")"));
            }
            return operand;
        };
    }
}
