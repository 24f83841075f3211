package org.wolfgate.agent.dispatch;

import java.util.Arrays;
import org.wolfgate.agent.dispatch.simplex.DualSimplex;

/** What the solver found, back in the problem's own terms: units, zones and flowgates. Reused from solve to solve. */
final class Solution {

    private final DispatchModel model;
    final double[] grants;
    final double[] withdrawals;
    final double[] flowgatePrices;
    final double[] overloadPrices;

    Solution(DispatchModel model) {
        this.model = model;
        DispatchProblem problem = model.problem;
        this.grants = new double[problem.units().size()];
        this.withdrawals = new double[problem.zones().size()];
        this.flowgatePrices = new double[model.gates()];
        this.overloadPrices = new double[model.gates()];
    }

    /** Takes the prices of an ordinary dispatch. */
    void takePrices(DualSimplex simplex) {
        for (int l = 0; l < flowgatePrices.length; l++) {
            flowgatePrices[l] = simplex.price(l);
            overloadPrices[l] = 0;
        }
    }

    /** Takes the prices of the dispatch of least overload. */
    void takePrices(Overload overload) {
        double[] prices = overload.flowgatePrices();
        for (int l = 0; l < prices.length; l++) {
            flowgatePrices[l] = prices[l];
            overloadPrices[l] = overload.reliefPrice(l);
        }
    }

    /** Takes the grant of every unit, and the withdrawals, from the share of every block. */
    void takeShares(double[] shares, double[] spots) {
        DispatchProblem problem = model.problem;
        MeritOrders merit = model.merit;
        Arrays.fill(withdrawals, 0);
        for (int u = 0; u < grants.length; u++) {
            int block = merit.blockOf(u, spots);
            int j = merit.columnOf(u);
            double share = block < 0 ? 0 : shares[model.columns.slot(j, block)];
            grants[u] = share * problem.units().get(u).megawatts();
            if (problem.mode() != Mode.HUB) {
                withdrawals[merit.destination[j]] += grants[u];
            }
        }
        if (problem.mode() == Mode.HUB) {
            takeWithdrawals(shares);
        }
    }

    private void takeWithdrawals(double[] shares) {
        for (int m = 0; m < withdrawals.length; m++) {
            int j = model.withdrawals() + m;
            double share = model.columns.blocks(j) == 0 ? 0 : shares[model.columns.slot(j, 0)];
            double lowest = model.columns.lowest(j);
            withdrawals[m] = lowest + share * (model.columns.highest(j) - lowest);
        }
    }
}
