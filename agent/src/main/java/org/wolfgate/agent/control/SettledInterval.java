package org.wolfgate.agent.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.agent.settlement.UnitLine;

/**
 * One node, one settlement interval: the deviation and what the insurance of its units comes to.
 *
 * @param deviation with every input of its amount
 * @param units one line for each unit that stood back, pays a premium or a fee
 * @param insuranceFlags what a reader must know of the units' lines
 */
public record SettledInterval(
        String node, DeviationLine deviation, List<UnitLine> units, Set<LineFlag> insuranceFlags) {

    public SettledInterval {
        units = List.copyOf(units);
        insuranceFlags = Set.copyOf(insuranceFlags);
    }

    /** Compensation of all units. */
    public Money compensation() {
        return units.stream().map(UnitLine::compensation).reduce(Money.ZERO, Money::plus);
    }

    /** What it waits for; empty once nothing can change it. */
    public Set<MissingInput> missing() {
        Set<MissingInput> missing = EnumSet.noneOf(MissingInput.class);
        note(missing, MissingInput.ENERGY, !deviation.metered().quality().isComplete());
        note(missing, MissingInput.SCHEDULE, deviation.offset().effective().isEmpty());
        note(missing, MissingInput.LOADING, deviation.price().awaitsLoading());
        note(
                missing,
                MissingInput.FREQUENCY,
                deviation.price().provisional() && !deviation.price().awaitsLoading());
        note(missing, MissingInput.SPOT_PRICE, insuranceFlags.contains(LineFlag.SPOT_MISSING));
        return missing;
    }

    /** Provisional while either side waits for something. */
    public Finality finality() {
        return insuranceFlags.isEmpty() ? deviation.finality() : Finality.PROVISIONAL;
    }

    /** Of the deviation and of the insurance, as printed. */
    public SortedSet<String> flags() {
        SortedSet<String> flags = new TreeSet<>(deviation.flags());
        insuranceFlags.forEach(flag -> flags.add(flag.name()));
        return flags;
    }

    private static void note(Set<MissingInput> missing, MissingInput input, boolean is) {
        if (is) {
            missing.add(input);
        }
    }
}
