package org.wolfgate.agent.control;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wolfgate.agent.curtailment.flowgate.LocalGate;
import org.wolfgate.agent.metering.IntervalGrid;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.ActivePower;

/**
 * The substation as configured, as far as the rules need it.
 *
 * @param grid the settlement intervals
 * @param price the deviation price formula
 * @param gates flowgates of the substation's own that it watches itself
 * @param priced flowgates whose loading disperses the price; without any each node has the price of the formula
 */
public record SubstationSettings(
        String substation,
        IntervalGrid grid,
        SystemPrice price,
        List<NodeSettings> nodes,
        List<LocalGate> gates,
        List<PricedGate> priced) {

    /** No flowgate enters a price. */
    public SubstationSettings(
            String substation, IntervalGrid grid, SystemPrice price, List<NodeSettings> nodes, List<LocalGate> gates) {
        this(substation, grid, price, nodes, gates, List.of());
    }

    public SubstationSettings withPriced(List<PricedGate> others) {
        return new SubstationSettings(substation, grid, price, nodes, gates, others);
    }

    public Map<String, ActivePower> ratings() {
        return nodes.stream().collect(Collectors.toMap(NodeSettings::id, NodeSettings::rating));
    }

    public Map<String, NodeSettings> byId() {
        return nodes.stream().collect(Collectors.toMap(NodeSettings::id, Function.identity()));
    }
}
