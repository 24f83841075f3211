package org.wolfgate.agent.pricing;

import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Frequency;

/**
 * A price and how it came about.
 *
 * @param price rounded to the price step, ready to be multiplied with an energy
 * @param used the frequency on the measurement grid; empty when none was known and the price is the reference price
 * @param flags what a reader must know
 */
public record Quote(Price price, Optional<Frequency> used, Set<PriceFlag> flags) {

    public Quote {
        flags = Set.copyOf(flags);
    }
}
