package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.util.Collection;
import org.wolfgate.agent.money.Money;
import org.wolfgate.drivers.Energy;

/**
 * The deviation line of a statement: the amounts of its intervals, summed with all six decimals and rounded once.
 *
 * @param deviation sum of the known deviations
 * @param amount exact sum
 * @param intervals how many lines were summed
 * @param provisional how many of them are provisional
 */
public record DeviationTotal(Energy deviation, Money amount, int intervals, int provisional) {

    /**
     * Sums the lines in force; superseded versions do not count.
     */
    public static DeviationTotal of(Collection<DeviationLine> lines) {
        Energy deviation = Energy.ZERO;
        Money amount = Money.ZERO;
        int intervals = 0;
        int provisional = 0;
        for (DeviationLine line : lines) {
            if (line.finality() != Finality.SUPERSEDED) {
                deviation = deviation.plus(line.deviation().orElse(Energy.ZERO));
                amount = amount.plus(line.amount());
                intervals++;
                provisional += line.finality() == Finality.PROVISIONAL ? 1 : 0;
            }
        }
        return new DeviationTotal(deviation, amount, intervals, provisional);
    }

    /** The amount as the statement prints it: two decimals, half-even. */
    public BigDecimal rounded() {
        return amount.toCents();
    }
}
