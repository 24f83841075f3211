package org.wolfgate.agent.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wolfgate.agent.money.Money;

/**
 * What a node's settled intervals add up to, the latest version of each.
 *
 * @param deviation sum of deviation amounts
 * @param compensation sum of compensation amounts
 * @param provisional amounts other than zero that a later version may replace, by the start of their interval: those
 *     of intervals that the meter has not covered yet
 */
public record RunningTotals(Money deviation, Money compensation, Map<String, Amounts> provisional) {

    static final RunningTotals ZERO = new RunningTotals(Money.ZERO, Money.ZERO, Map.of());

    /** Both amounts of one interval. */
    public record Amounts(Money deviation, Money compensation) {
        static final Amounts NONE = new Amounts(Money.ZERO, Money.ZERO);
    }

    /** Adds an interval, in place of an earlier version of it if there was one. */
    RunningTotals with(SettledInterval settled) {
        String start = settled.deviation().metered().interval().start().toString();
        Map<String, Amounts> open = new LinkedHashMap<>(provisional);
        Amounts before = open.getOrDefault(start, Amounts.NONE);
        Amounts now = new Amounts(settled.deviation().amount(), settled.compensation());
        boolean mayChange = !settled.deviation().metered().quality().isComplete();
        if (mayChange && !now.equals(Amounts.NONE)) {
            open.put(start, now);
        } else {
            open.remove(start);
        }
        return new RunningTotals(
                deviation.minus(before.deviation()).plus(now.deviation()),
                compensation.minus(before.compensation()).plus(now.compensation()),
                open);
    }
}
