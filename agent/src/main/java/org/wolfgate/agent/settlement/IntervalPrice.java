package org.wolfgate.agent.settlement;

import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * The price of an interval with what it came from, so that it can be recomputed.
 *
 * @param price rounded before it is multiplied
 * @param frequency the frequency that it was formed from, empty if none was known
 * @param areaControlError negative when the area is short, empty if the formula had none
 * @param parameterSet name of the parameters of the formula
 * @param provisional the price stands in for one that is not known yet
 * @param flags of the frequency and of the formula, as printed
 */
public record IntervalPrice(
        Price price,
        Optional<Frequency> frequency,
        Optional<ActivePower> areaControlError,
        String parameterSet,
        boolean provisional,
        Set<String> flags) {

    public IntervalPrice {
        flags = Set.copyOf(flags);
    }
}
