package org.wolfgate.agent.pricing;

import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Energy;

/**
 * Liquidated damages on the difference between scheduled and actual flows. For a shortfall at a deviation price not
 * below the contract's both accountings give the same net cash.
 *
 * @param shortfall scheduled less metered, never below zero
 * @param contract what the contract pays the node
 * @param damages what the node receives for the shortfall; below zero it pays
 */
public record Damages(Energy shortfall, Money contract, Money damages) {

    /**
     * Settles one period of a delivering node. Delivery beyond the schedule is no part of the contract: it is an
     * unscheduled flow and settles at the deviation price elsewhere.
     *
     * @param deviation the deviation price of the period
     * @param contract the price the parties agreed
     */
    public static Damages of(Accounting accounting, Price deviation, Price contract, Energy schedule, Energy metered) {
        Energy shortfall = new Energy(Math.max(0, schedule.minus(metered).wattHours()));
        return accounting.settle(deviation, contract, schedule, shortfall);
    }

    /** Contract and damages together. */
    public Money net() {
        return contract.plus(damages);
    }
}
