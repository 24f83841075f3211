package org.wolfgate.agent.pricing.tariff;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * What was known of a settlement block beside the energies.
 *
 * @param frequency its mean frequency, if known
 * @param ace area control error, if the operator sent it
 * @param inputs the tariff's inputs by name, such as market prices
 * @param states what else was the case, by the tariff's names, such as {@code on_test}
 */
public record Situation(
        Optional<Frequency> frequency, Optional<ActivePower> ace, Map<String, BigDecimal> inputs, Set<String> states) {

    public Situation {
        inputs = Map.copyOf(inputs);
        states = Set.copyOf(states);
    }

    public static Situation at(Frequency frequency, Map<String, BigDecimal> inputs) {
        return new Situation(Optional.of(frequency), Optional.empty(), inputs, Set.of());
    }

    /** For a tariff that does not look at frequency. */
    public static Situation of(Map<String, BigDecimal> inputs) {
        return new Situation(Optional.empty(), Optional.empty(), inputs, Set.of());
    }
}
