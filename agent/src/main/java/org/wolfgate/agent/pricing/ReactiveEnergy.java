package org.wolfgate.agent.pricing;

import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Energy;

/**
 * Reactive energy in whole varh. Positive is injection into the grid, negative is absorption from it.
 *
 * @param varHours reactive energy in varh
 */
public record ReactiveEnergy(long varHours) {

    public ReactiveEnergy minus(ReactiveEnergy other) {
        return new ReactiveEnergy(Math.subtractExact(varHours, other.varHours));
    }

    /** The amount at a price per Mvarh, half-even to six decimals. */
    public Money at(Price perMegavarHour) {
        return perMegavarHour.times(new Energy(varHours));
    }
}
