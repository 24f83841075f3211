package org.wolfgate.agent.control;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.control.RunningTotals.Amounts;
import org.wolfgate.agent.curtailment.CapTimeline;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.MeteringFlag;
import org.wolfgate.agent.metering.ReactiveInterval;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.ReactiveLine;
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
 * @param loadings the same of the flowgates' loadings, by name
 * @param amounts of its latest line
 * @param movedMillis how far the clock was set since it was closed: what it waits for is that of this much later
 * @param reactive its voltage and vars, if those are priced
 */
record Waiting(
        MeteredInterval metered,
        CapTimeline caps,
        int version,
        Set<MissingInput> missing,
        Offset offset,
        Optional<Frequency> operator,
        Optional<ActivePower> ace,
        Map<String, PerUnit> loadings,
        List<UnitLine> units,
        Amounts amounts,
        long movedMillis,
        Optional<ReactiveInterval> reactive) {

    Waiting {
        missing = Set.copyOf(missing);
        units = List.copyOf(units);
        loadings = Map.copyOf(loadings);
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
                settled.deviation().price().loadings(),
                settled.units(),
                Amounts.of(settled),
                0,
                settled.reactive().map(ReactiveLine::metered));
    }

    /** The span of time that it really was, as far as is known now. The interval on record keeps its edges. */
    Interval trueTime() {
        Interval named = metered.interval();
        return new Interval(named.start().plusMillis(movedMillis), named.end().plusMillis(movedMillis));
    }

    /** The caps that were in force, at the times that they really were. */
    CapTimeline trueCaps() {
        return caps.moved(Duration.ofMillis(movedMillis));
    }

    /** What was metered, marked if its time turned out to be wrong. */
    MeteredInterval marked() {
        return movedMillis == 0 ? metered : metered.flagged(MeteringFlag.TIME_SUSPECT);
    }

    /** The same with what the operator said late; what was known before stays. */
    Waiting knowing(LateInputs late) {
        Map<String, PerUnit> known = new HashMap<>(late.loadings());
        known.putAll(loadings);
        return new Waiting(
                metered,
                caps,
                version,
                missing,
                offset,
                operator.or(late::frequency),
                ace.or(late::ace),
                known,
                units,
                amounts,
                movedMillis,
                reactive);
    }

    Waiting moved(Duration step) {
        return new Waiting(
                metered,
                caps,
                version,
                missing,
                offset,
                operator,
                ace,
                loadings,
                units,
                amounts,
                Math.addExact(movedMillis, step.toMillis()),
                reactive);
    }

    /** The same after another line; the time that it really was stays known. */
    Waiting after(Waiting earlier) {
        return moved(Duration.ofMillis(earlier.movedMillis));
    }

    /** What the operator had said of it. */
    KnownInputs known() {
        return new KnownInputs(operator, ace, loadings);
    }

    boolean misses(MissingInput input) {
        return missing.contains(input);
    }
}
