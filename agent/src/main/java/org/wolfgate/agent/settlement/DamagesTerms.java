package org.wolfgate.agent.settlement;

import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.Accounting;
import org.wolfgate.agent.pricing.Damages;
import org.wolfgate.drivers.Energy;

/**
 * What a delivering node's bilateral contract says of a shortfall.
 *
 * @param accounting how contract and damages share an account
 * @param contract the price that the parties agreed
 */
public record DamagesTerms(Accounting accounting, Price contract) {

    /**
     * The damages for an interval; empty if all was delivered. The shortfall is counted from the offset, which follows the
     * curtailment orders: what a node did not deliver because it obeyed one is no default. Nobody fails to deliver more
     * than was to be delivered, so what a node draws meanwhile is unscheduled flow, and a consumer has no shortfall.
     *
     * @param offset energy that was to be delivered, as far as orders allowed it
     * @throws ArithmeticException if the damages are beyond what an amount can hold
     */
    Optional<DamagesLine> of(Energy metered, Energy offset, Price deviation) {
        Energy due = new Energy(Math.max(0, offset.wattHours()));
        Energy delivered = new Energy(Math.max(0, metered.wattHours()));
        if (delivered.compareTo(due) >= 0) {
            return Optional.empty();
        }
        Damages damages = Damages.of(accounting, deviation, contract, due, delivered);
        return Optional.of(new DamagesLine(this, damages.shortfall(), damages.damages()));
    }

    /** What a MWh of shortfall costs: the deviation price, or what that is above the contract's. */
    public Price rate(Price deviation) {
        return accounting == Accounting.GROSS
                ? deviation
                : deviation.minus(contract).max(Price.ZERO);
    }
}
