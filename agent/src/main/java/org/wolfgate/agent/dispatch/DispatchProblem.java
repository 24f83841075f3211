package org.wolfgate.agent.dispatch;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ISO dispatches in one interval. Indices in units, nodes and hubs refer to the positions in these lists. A
 * problem that exists is well formed: the constructor refuses anything else with one line that names the field, as in a
 * case file, and the index.
 */
public record DispatchProblem(
        Mode mode, List<Zone> zones, List<Node> nodes, List<Flowgate> flowgates, List<TransactionUnit> units) {

    /**
     * @throws IllegalArgumentException on a number that is not finite, negative MW, limits that cross, an index that
     *     points nowhere, a PTDF row of the wrong length, or {@link Mode#SINGLE} with other than one zone
     */
    public DispatchProblem {
        zones = List.copyOf(zones);
        nodes = List.copyOf(nodes);
        flowgates = List.copyOf(flowgates);
        units = List.copyOf(units);
        ProblemCheck.check(mode, zones, nodes, flowgates, units);
    }

    /** The same problem at other spot prices, one per zone, in currency/MWh. */
    public DispatchProblem withSpots(double... spots) {
        if (spots.length != zones.size()) {
            throw new IllegalArgumentException(
                    "zones.spot has " + spots.length + " entries, needs " + zones.size() + " (one per zone)");
        }
        List<Zone> priced = new ArrayList<>(zones.size());
        for (int m = 0; m < spots.length; m++) {
            priced.add(zones.get(m).withSpot(spots[m]));
        }
        return new DispatchProblem(mode, priced, nodes, flowgates, units);
    }
}
