package org.wolfgate.agent.control;

import java.math.BigInteger;
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
        return isFinal ? new Owed(pending, held(settled, amount)) : new Owed(held(pending, amount), settled);
    }

    /** Both sums. */
    public Owed plus(Owed other) {
        return new Owed(held(pending, other.pending), held(settled, other.settled));
    }

    /** Beyond what an amount can hold a sum stays at its limit; a running figure for people never stops the agent. */
    private static Money held(Money sum, Money more) {
        BigInteger exact = BigInteger.valueOf(sum.micros()).add(BigInteger.valueOf(more.micros()));
        return new Money(exact.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(-Long.MAX_VALUE))
                .longValueExact());
    }
}
