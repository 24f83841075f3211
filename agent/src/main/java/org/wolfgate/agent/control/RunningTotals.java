package org.wolfgate.agent.control;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wolfgate.agent.money.Money;

/**
 * What a node's settled intervals add up to, the latest version of each.
 *
 * @param deviation sum of deviation amounts, damages for shortfalls included
 * @param compensation sum of compensation amounts
 * @param provisional amounts other than zero that a later version may replace, by the start of their interval: those
 *     of intervals that the meter has not covered yet
 */
public record RunningTotals(Money deviation, Money compensation, Map<String, Amounts> provisional) {

    static final RunningTotals ZERO = new RunningTotals(Money.ZERO, Money.ZERO, Map.of());

    /** Both amounts of one interval. */
    public record Amounts(Money deviation, Money compensation) {
        static final Amounts NONE = new Amounts(Money.ZERO, Money.ZERO);

        static Amounts of(SettledInterval settled) {
            return new Amounts(settled.deviation().balance(), settled.compensation());
        }
    }

    /** Adds an interval, in place of an earlier version of it if there was one. */
    RunningTotals with(SettledInterval settled) {
        String start = settled.deviation().metered().interval().start().toString();
        return with(settled, provisional.getOrDefault(start, Amounts.NONE));
    }

    /** Adds a later version of an interval in place of the amounts of the version before. */
    RunningTotals with(SettledInterval settled, Amounts before) {
        String start = settled.deviation().metered().interval().start().toString();
        Map<String, Amounts> open = new LinkedHashMap<>(provisional);
        Amounts now = Amounts.of(settled);
        boolean mayChange = !settled.deviation().metered().quality().isComplete();
        if (mayChange && !now.equals(Amounts.NONE)) {
            open.put(start, now);
        } else {
            open.remove(start);
        }
        return new RunningTotals(
                held(deviation, before.deviation(), now.deviation()),
                held(compensation, before.compensation(), now.compensation()),
                open);
    }

    /** A running figure for people: beyond what it can hold it stays at its limit, and never stops the agent. */
    private static Money held(Money sum, Money less, Money more) {
        BigInteger exact = BigInteger.valueOf(sum.micros())
                .subtract(BigInteger.valueOf(less.micros()))
                .add(BigInteger.valueOf(more.micros()));
        return new Money(exact.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(-Long.MAX_VALUE))
                .longValueExact());
    }
}
