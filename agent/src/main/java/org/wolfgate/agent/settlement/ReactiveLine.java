package org.wolfgate.agent.settlement;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.metering.ReactiveInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;

/**
 * What a node's vars in one interval are worth, with every input.
 *
 * @param node the node's active price, the second variable
 * @param price per Mvarh; empty while the voltage is not known
 * @param amount positive is a credit to the node; empty while voltage or vars are not known
 */
public record ReactiveLine(
        ReactiveTerms terms,
        ReactiveInterval metered,
        Price node,
        Optional<Price> price,
        Optional<Money> amount,
        Set<LineFlag> flags) {

    public ReactiveLine {
        flags = Collections.unmodifiableSet(new TreeSet<>(flags));
    }
}
