package org.wolfgate.agent.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.curtailment.Verdict.UnitCut;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.OrderEntry;
import org.wolfgate.agent.pricing.tariff.Provenance;
import org.wolfgate.drivers.ActivePower;

/**
 * What concerns the generators behind a node.
 *
 * @param cap in force now, and why
 * @param order the order in force and where it stands
 * @param soFar what the units stood back under that order until now, at the prices known by now
 * @param owed by unit, over all concluded orders
 * @param deviation sum of the deviation amounts of all settled intervals
 * @param tariff the parameters by which deviations are priced
 * @param mark how far that tariff can be trusted
 * @param units the node's insured units
 */
public record GeneratorView(
        String node,
        Instant at,
        Cap cap,
        Optional<OrderEntry> order,
        List<UnitCut> soFar,
        Map<String, Owed> owed,
        Money deviation,
        String tariff,
        Provenance mark,
        List<Unit> units) {

    /**
     * One transaction unit.
     *
     * @param strike c; empty if it is not insured
     * @param scheduled what of it is scheduled now; empty if no schedule says so
     * @param granted what of it may run now; empty if nothing limits the node, or its share cannot be told
     */
    public record Unit(
            String unit, Optional<Price> strike, Optional<ActivePower> scheduled, Optional<ActivePower> granted) {}

    /** What a generator acts upon; while it stays the same there is no news. */
    public record Standing(Cap cap, Optional<OrderEntry> order) {}

    /** What all units together are owed. */
    public Owed owedInAll() {
        return owed.values().stream().reduce(Owed.NOTHING, Owed::plus);
    }

    /** Money for what was stood back under the order in force until now. */
    public Money estimated() {
        return soFar.stream().map(UnitCut::compensation).reduce(Money.ZERO, Money::plus);
    }

    /** The same for one unit. */
    public Money estimated(String unit) {
        return soFar.stream()
                .filter(cut -> cut.unit().equals(unit))
                .map(UnitCut::compensation)
                .reduce(Money.ZERO, Money::plus);
    }
}
