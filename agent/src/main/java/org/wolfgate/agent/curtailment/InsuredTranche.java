package org.wolfgate.agent.curtailment;

import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/**
 * A transaction unit at a node: so many MW of network access insured at one strike price (Deng and Oren).
 *
 * @param unit its id
 * @param quantity the insured power
 * @param strike c; empty if the unit is not insured
 * @param premium X(c) agreed per insured MWh; empty if the ISO settles premiums elsewhere
 * @param destination zone where the unit's buyer is; empty if it is the node's own or the fee is settled elsewhere
 */
public record InsuredTranche(
        String unit,
        ActivePower quantity,
        Optional<Price> strike,
        Optional<Price> premium,
        Optional<String> destination) {

    public InsuredTranche(String unit, ActivePower quantity, Optional<Price> strike) {
        this(unit, quantity, strike, Optional.empty(), Optional.empty());
    }

    /** The same unit at another quantity. */
    public InsuredTranche of(ActivePower other) {
        return new InsuredTranche(unit, other, strike, premium, destination);
    }
}
