package org.wolfgate.agent.settlement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wolfgate.agent.curtailment.InsuredTranche;
import org.wolfgate.agent.curtailment.UnitGrants;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/**
 * What the insurance of a node's units comes to: the compensation max(S - c, 0) for each MWh that they stood back, the
 * premium for each insured MWh whether they ran or not, and the fee for what they sent to another zone. Cap, spot price
 * and schedule may change at any moment, so spans during which all three hold are added up exactly and rounded once.
 */
public final class CurtailmentSettlement {

    private final Map<String, UnitSum> sums = new LinkedHashMap<>();

    /**
     * Adds a span during which nothing changed.
     *
     * @param scheduled the tranches at the quantities scheduled
     * @param order the order in force
     * @param spot S at the node's zone
     */
    public void add(Interval span, List<InsuredTranche> scheduled, CurtailmentOrder order, Price spot) {
        add(span, scheduled, Optional.of(order), spot, zone -> Optional.empty());
    }

    /**
     * Adds a span during which nothing changed.
     *
     * @param scheduled the tranches at the quantities scheduled
     * @param order the order in force; empty: everything scheduled may run
     * @param spot S at the node's zone
     * @param spots S at the zones of the buyers
     */
    public void add(
            Interval span,
            List<InsuredTranche> scheduled,
            Optional<CurtailmentOrder> order,
            Price spot,
            Function<String, Optional<Price>> spots) {
        Optional<Map<String, ActivePower>> grants = order.map(o -> UnitGrants.under(o, spot, scheduled));
        for (InsuredTranche unit : scheduled) {
            ActivePower granted = grants.map(g -> g.getOrDefault(unit.unit(), ActivePower.ZERO))
                    .orElse(unit.quantity());
            sum(unit)
                    .add(new UnitSpan(
                            span,
                            unit.quantity(),
                            granted,
                            spot,
                            unit.destination().flatMap(spots)));
        }
    }

    /**
     * Adds a span at its final price. What the units stood back is what they were told at the time, by the price known
     * then; only what they are owed for it follows the final price.
     *
     * @param granting S by which the units were granted their power
     * @param settling S as it is final
     */
    public void addFinal(
            Interval span, List<InsuredTranche> scheduled, CurtailmentOrder order, Price granting, Price settling) {
        Map<String, ActivePower> grants = UnitGrants.under(order, granting, scheduled);
        for (InsuredTranche unit : scheduled) {
            ActivePower granted = grants.getOrDefault(unit.unit(), ActivePower.ZERO);
            sum(unit).add(new UnitSpan(span, unit.quantity(), granted, settling, Optional.empty()));
        }
    }

    /**
     * Says what is insured over the whole interval: the premiums are due whether the units run or not.
     *
     * @param insured the tranches at the quantities insured
     */
    public void insure(Interval interval, List<InsuredTranche> insured) {
        for (InsuredTranche unit : insured) {
            unit.premium().ifPresent(rate -> sum(unit).insure(interval, unit.quantity(), rate));
        }
    }

    /** One line for each unit that had something scheduled or a premium, in the order of their first appearance. */
    public List<UnitLine> lines() {
        return sums.values().stream().map(UnitSum::line).toList();
    }

    /** Whether an amount of {@link #lines} was too large to be held and is left at zero. */
    public boolean outOfRange() {
        return sums.values().stream().anyMatch(UnitSum::outOfRange);
    }

    private UnitSum sum(InsuredTranche unit) {
        return sums.computeIfAbsent(unit.unit(), id -> new UnitSum(id, unit.strike()));
    }
}
