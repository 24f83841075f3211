package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * The insurance side of a settled interval.
 *
 * @param lines one per unit, in the order they were given
 * @param totals exact totals
 */
public record InsuranceStatement(List<InsuranceLine> lines, InsuranceTotals totals) {

    public InsuranceStatement {
        lines = List.copyOf(lines);
    }

    /** The totals that are paid: sums of the rounded line items. */
    public InsuranceLine.Rounded roundedTotals() {
        return new InsuranceLine.Rounded(
                sum(InsuranceLine.Rounded::premium),
                sum(InsuranceLine.Rounded::compensation),
                sum(InsuranceLine.Rounded::fee));
    }

    private BigDecimal sum(Function<InsuranceLine.Rounded, BigDecimal> item) {
        return lines.stream()
                .map(line -> item.apply(line.rounded()))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
