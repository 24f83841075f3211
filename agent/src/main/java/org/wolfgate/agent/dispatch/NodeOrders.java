package org.wolfgate.agent.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads the orders off a dispatch. Units of one column load every flowgate alike, so any optimum is a merit order: its
 * last running block is the marginal strike.
 */
final class NodeOrders {

    private static final double ROUNDING = 1e-9;

    private NodeOrders() {}

    static List<NodeOrder> of(DispatchModel model, double[] grants, double[] spots) {
        MeritOrders merit = model.merit;
        double[] cap = new double[merit.size];
        double[] share = new double[merit.size];
        int[] last = new int[merit.size];
        Arrays.fill(last, -1);
        for (int u = 0; u < grants.length; u++) {
            int j = merit.columnOf(u);
            int block = merit.blockOf(u, spots);
            double part =
                    block < 0 ? 0 : grants[u] / model.problem.units().get(u).megawatts();
            cap[j] += grants[u];
            if (part > ROUNDING && block > last[j]) {
                last[j] = block;
                share[j] = part > 1 - ROUNDING ? 1 : part;
            }
        }
        boolean firm = model.problem.mode() == Mode.FIRM;
        List<NodeOrder> orders = new ArrayList<>(merit.size);
        for (int j = 0; j < merit.size; j++) {
            OptionalDouble strike =
                    last[j] < 0 ? OptionalDouble.empty() : OptionalDouble.of(model.columns.edge(j, last[j]));
            OptionalInt destination = firm ? OptionalInt.of(merit.destination[j]) : OptionalInt.empty();
            orders.add(new NodeOrder(merit.node[j], destination, strike, share[j], cap[j]));
        }
        return orders;
    }
}
