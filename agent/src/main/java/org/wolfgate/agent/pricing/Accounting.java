package org.wolfgate.agent.pricing;

import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Energy;

/** How a bilateral contract and the damages for a shortfall share an account; chosen for each contract. */
public enum Accounting {
    /**
     * The contract settles on the schedule and the shortfall is bought back at the deviation price. When that price is
     * below the contract's, the defaulter keeps the difference.
     */
    GROSS {
        @Override
        Damages settle(Price deviation, Price contract, Energy schedule, Energy shortfall) {
            return new Damages(
                    shortfall,
                    contract.times(schedule),
                    deviation.times(shortfall).negate());
        }
    },
    /**
     * The contract settles on delivery and the damages are the positive part of replacement price minus contract price,
     * the measure of bilateral master agreements.
     */
    NET {
        @Override
        Damages settle(Price deviation, Price contract, Energy schedule, Energy shortfall) {
            Money damages =
                    deviation.minus(contract).max(Price.ZERO).times(shortfall).negate();
            return new Damages(shortfall, contract.times(schedule.minus(shortfall)), damages);
        }
    };

    abstract Damages settle(Price deviation, Price contract, Energy schedule, Energy shortfall);
}
