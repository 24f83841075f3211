package org.wolfgate.agent.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.control.RunningTotals.Amounts;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * An interval that was settled without all of its inputs, with those that it had: what was known once is never looked up
 * again, since schedules and prices that came later may no longer cover it.
 *
 * @param caps the orders that were in force
 * @param version of its latest line
 * @param missing what it waits for, never empty
 * @param operator the system operator's frequency, if it was known
 * @param ace the same of its area control error
 * @param amounts of its latest line
 */
record Waiting(
        MeteredInterval metered,
        CapTimeline caps,
        int version,
        Set<MissingInput> missing,
        Offset offset,
        Optional<Frequency> operator,
        Optional<ActivePower> ace,
        List<UnitLine> units,
        Amounts amounts) {

    Waiting {
        missing = Set.copyOf(missing);
        units = List.copyOf(units);
    }

    static Waiting of(SettledInterval settled, CapTimeline caps) {
        return new Waiting(
                settled.deviation().metered(),
                caps,
                settled.deviation().version(),
                settled.missing(),
                settled.deviation().offset(),
                settled.deviation().price().operator(),
                settled.deviation().price().areaControlError(),
                settled.units(),
                Amounts.of(settled));
    }

    boolean misses(MissingInput input) {
        return missing.contains(input);
    }
}
