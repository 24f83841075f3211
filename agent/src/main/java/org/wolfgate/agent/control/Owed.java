package org.wolfgate.agent.control;

import org.wolfgate.agent.money.Money;

/**
 * What a unit is owed over all orders that were concluded.
 *
 * @param pending at spot prices that may still change
 * @param settled at final ones
 */
public record Owed(Money pending, Money settled) {

    public static final Owed NOTHING = new Owed(Money.ZERO, Money.ZERO);

    Owed plus(Money amount, boolean isFinal) {
        return isFinal ? new Owed(pending, settled.plus(amount)) : new Owed(pending.plus(amount), settled);
    }

    /** Both sums. */
    public Owed plus(Owed other) {
        return new Owed(pending.plus(other.pending), settled.plus(other.settled));
    }
}
