package org.wolfgate.agent.control;

import java.util.List;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.settlement.CurtailmentSettlement.UnitLine;
import org.wolfgate.agent.settlement.DeviationLine;

/**
 * One node, one settlement interval: the deviation and what its units are owed for standing back.
 *
 * @param deviation with every input of its amount
 * @param units one line for each unit that stood back
 */
public record SettledInterval(String node, DeviationLine deviation, List<UnitLine> units) {

    public SettledInterval {
        units = List.copyOf(units);
    }

    /** Compensation of all units. */
    public Money compensation() {
        return units.stream().map(UnitLine::compensation).reduce(Money.ZERO, Money::plus);
    }
}
