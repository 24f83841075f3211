package org.wolfgate.agent.pricing.tariff;

import java.util.List;
import java.util.Optional;

/**
 * A kind of node that a tariff treats alike.
 *
 * @param name the tariff's name for it
 * @param what who it is, for people
 * @param exemptIf a state in which nothing is charged, such as {@code on_test}
 * @param onlyIf a state without which nothing is charged, such as {@code curtailed}
 * @param charges every rule for it
 */
public record Party(
        String name, String what, Optional<String> exemptIf, Optional<String> onlyIf, List<Charge> charges) {

    public Party {
        charges = List.copyOf(charges);
    }

    /** The same party with every deviation charged layered, or whole: where the sources leave the reading open. */
    public Party spread(Charge.Spread spread) {
        return new Party(
                name,
                what,
                exemptIf,
                onlyIf,
                charges.stream().map(c -> c.spread(spread)).toList());
    }
}
