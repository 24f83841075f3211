package org.wolfgate.agent.cli.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.settlement.Finality;
import org.wolfgate.agent.settlement.ReactiveLine;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.drivers.Energy;

/**
 * What the lines in force of a node add up to, exactly.
 *
 * @param intervals how many lines
 * @param provisional how many of them may still change
 * @param deviationWattHours sum of the known deviations
 * @param deviation credit to the node; below zero it pays
 * @param compensation credit to the units
 * @param premium what the units pay for their cover
 * @param fee what the units pay for selling in another zone
 * @param damages for shortfalls under the node's contract; below zero it pays
 * @param reactive for vars; below zero it pays
 */
public record NodeTotal(
        int intervals,
        int provisional,
        long deviationWattHours,
        BigDecimal deviation,
        BigDecimal compensation,
        BigDecimal premium,
        BigDecimal fee,
        BigDecimal damages,
        BigDecimal reactive) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(6);
    private static final NodeTotal ZERO = new NodeTotal(0, 0, 0, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

    /** Sums the lines in force; superseded versions do not count. */
    static NodeTotal of(Collection<StatementEntry> lines) {
        NodeTotal total = ZERO;
        for (StatementEntry line : lines) {
            total = line.inForce() ? total.plus(line) : total;
        }
        return total;
    }

    /** Everything together, positive if it is the node's to get. */
    BigDecimal net() {
        return deviation
                .add(damages)
                .add(reactive)
                .add(compensation)
                .subtract(premium)
                .subtract(fee);
    }

    /** An amount as it is paid: rounded once, half-even, to two decimals. */
    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    private NodeTotal plus(StatementEntry line) {
        NodeTotal sum = new NodeTotal(
                intervals + 1,
                provisional + (line.finality() == Finality.PROVISIONAL ? 1 : 0),
                deviationWattHours
                        + line.settled()
                                .deviation()
                                .deviation()
                                .map(Energy::wattHours)
                                .orElse(0L),
                deviation.add(line.settled().deviation().amount().amount()),
                compensation,
                premium,
                fee,
                damages.add(line.settled()
                        .deviation()
                        .damages()
                        .map(owed -> owed.amount().amount())
                        .orElse(NOTHING)),
                reactive.add(line.settled()
                        .reactive()
                        .flatMap(ReactiveLine::amount)
                        .map(Money::amount)
                        .orElse(NOTHING)));
        for (UnitLine unit : line.settled().units()) {
            sum = sum.plus(unit);
        }
        return sum;
    }

    private NodeTotal plus(UnitLine unit) {
        return new NodeTotal(
                intervals,
                provisional,
                deviationWattHours,
                deviation,
                compensation.add(unit.compensation().amount()),
                premium.add(unit.premium().amount()),
                fee.add(unit.fee().amount()),
                damages,
                reactive);
    }
}
