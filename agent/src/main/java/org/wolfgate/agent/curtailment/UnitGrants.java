package org.wolfgate.agent.curtailment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.dispatch.OrderSplit;
import org.wolfgate.agent.dispatch.OrderTerms;
import org.wolfgate.agent.dispatch.OrderTerms.Marginal;
import org.wolfgate.agent.dispatch.Rationing;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.orders.CurtailmentOrder;
import org.wolfgate.drivers.ActivePower;

/** Which of a node's units run under an order, and how far: the highest strike is cut first, the uninsured before all. */
public final class UnitGrants {

    private UnitGrants() {}

    /**
     * The power that each unit may run at; equal strikes share pro rata.
     *
     * @param spot spot price of the node's zone
     * @param scheduled the tranches at the quantities scheduled
     */
    public static Map<String, ActivePower> under(CurtailmentOrder order, Price spot, List<InsuredTranche> scheduled) {
        Optional<Marginal> marginal = order.share().map(share -> new Marginal(order.strike(), share));
        return split(new OrderTerms(order.cap(), marginal), spot, scheduled);
    }

    /** The power that each unit may run at within a limit that no order set, or that is on its way to one. */
    public static Map<String, ActivePower> within(ActivePower limit, Price spot, List<InsuredTranche> scheduled) {
        return split(new OrderTerms(limit, Optional.empty()), spot, scheduled);
    }

    private static Map<String, ActivePower> split(OrderTerms terms, Price spot, List<InsuredTranche> scheduled) {
        List<OrderSplit.Unit> units = scheduled.stream()
                .map(tranche -> new OrderSplit.Unit(tranche.unit(), tranche.quantity(), tranche.strike()))
                .toList();
        List<ActivePower> granted = OrderSplit.split(spot, units, terms, new Rationing.ProRata());
        Map<String, ActivePower> byUnit = new LinkedHashMap<>();
        for (int u = 0; u < units.size(); u++) {
            byUnit.put(units.get(u).id(), granted.get(u));
        }
        return byUnit;
    }
}
