package org.wolfgate.agent.dispatch;

import org.wolfgate.agent.dispatch.simplex.Columns;
import org.wolfgate.agent.dispatch.simplex.DualSimplex;
import org.wolfgate.agent.dispatch.simplex.FairShare;
import org.wolfgate.agent.dispatch.simplex.Outcome;
import org.wolfgate.agent.dispatch.simplex.Rows;

/**
 * The dispatch when no curtailment brings every flowgate within its limits: first the least total overload, then the
 * least cost among all dispatches with that overload. No gate is dropped.
 *
 * <p>The prices of the first step say what each gate's relief is worth in MW of overload. By complementary slackness they
 * describe all dispatches of least overload: whoever relieves runs, whoever loads stands, a gate at the full price may be
 * over its limit, a gate at part of it holds its limit exactly. The second step is an ordinary dispatch among these.
 */
final class Overload {

    private static final double PRICE_ROUNDING = 1e-7;

    /** The first step's flows are only so exact; the second gets this much room in MW, and more if it needs it. */
    private static final double FLOW_ROUNDING = 1e-10;

    private static final double MOST_FLOW_ROUNDING = 1e-6;

    private final DispatchModel model;
    private final DualSimplex relief;
    private final DualSimplex cost;
    private final FairShare fair;

    Overload(DispatchModel model) {
        this.model = model;
        this.relief = new DualSimplex(model.loadings, wholeColumns(), softRows());
        demand(solve(relief), "the least overload");
        Columns left = leftColumns();
        double rounding = FLOW_ROUNDING;
        DualSimplex cheapest = new DualSimplex(model.loadings, left, heldRows(rounding));
        Outcome outcome = solve(cheapest);
        while (outcome == Outcome.INFEASIBLE && rounding < MOST_FLOW_ROUNDING) {
            rounding *= 10;
            cheapest = new DualSimplex(model.loadings, left, heldRows(rounding));
            outcome = solve(cheapest);
        }
        demand(outcome, "the least cost at the least overload");
        this.cost = cheapest;
        this.fair = new FairShare(cost, model.withdrawals());
        if (!fair.settle()) {
            throw new DispatchFailure("sharing ties at the least overload: the shares did not settle");
        }
        fillFixed(left);
    }

    private static void demand(Outcome outcome, String what) {
        if (outcome != Outcome.OPTIMAL) {
            throw new DispatchFailure("looking for " + what + ": the solver ended " + outcome);
        }
    }

    private Outcome solve(DualSimplex simplex) {
        return DispatchSolver.solveCold(simplex, model);
    }

    /** Every merit order as a single block that is worth nothing. */
    private Columns wholeColumns() {
        Columns whole = model.columns.withOneBlockEach();
        for (int j = 0; j < whole.size(); j++) {
            double width = model.columns.highest(j) - model.columns.lowest(j);
            whole.clear(j, 0, model.columns.lowest(j));
            if (width > 0) {
                whole.add(j, 0, width);
            }
        }
        return whole;
    }

    private Rows softRows() {
        Rows soft = model.rows.copy();
        for (int l = 0; l < model.gates(); l++) {
            soft.soften(l, 1);
        }
        return soft;
    }

    private Columns leftColumns() {
        Columns left = model.columns.copy();
        for (int j = 0; j < left.size(); j++) {
            double net = relief.net(j);
            if (Math.abs(net) > PRICE_ROUNDING) {
                left.clear(j, left.worth(j), net > 0 ? left.highest(j) : left.lowest(j));
            }
        }
        return left;
    }

    private Rows heldRows(double rounding) {
        Rows held = model.rows.copy();
        for (int l = 0; l < model.gates(); l++) {
            double price = relief.price(l);
            double low = held.low(l) - rounding;
            double high = held.high(l) + rounding;
            if (price > PRICE_ROUNDING) {
                low = held.high(l) - rounding;
                high = price > 1 - PRICE_ROUNDING ? Double.POSITIVE_INFINITY : high;
            } else if (price < -PRICE_ROUNDING) {
                high = held.low(l) + rounding;
                low = price < -1 + PRICE_ROUNDING ? Double.NEGATIVE_INFINITY : low;
            }
            held.set(l, held.base(l), low, high);
        }
        return held;
    }

    /** Shares of the merit orders that the least overload leaves no choice for. */
    private void fillFixed(Columns left) {
        double[] shares = fair.shares();
        for (int j = 0; j < left.size(); j++) {
            if (left.blocks(j) == 0) {
                for (int b = 0; b < model.columns.blocks(j); b++) {
                    shares[model.columns.slot(j, b)] = relief.net(j) > 0 ? 1 : 0;
                }
            }
        }
    }

    double[] shares() {
        return fair.shares();
    }

    /** MW of total overload per MW of relief at a gate, -1 to 1. */
    double reliefPrice(int gate) {
        return relief.price(gate);
    }

    /**
     * The flowgate prices that explain the dispatch as a whole: those of the second step, plus as much of the first step's
     * as keeps each merit order where the first step put it.
     */
    double[] flowgatePrices() {
        double weight = 0;
        for (int j = 0; j < model.columns.size(); j++) {
            int blocks = model.columns.blocks(j);
            double net = relief.net(j);
            if (blocks > 0 && Math.abs(net) > PRICE_ROUNDING) {
                double edge = model.columns.edge(j, net > 0 ? blocks - 1 : 0);
                weight = Math.max(weight, (edge - cost.net(j)) / net);
            }
        }
        for (int l = 0; l < model.gates(); l++) {
            weight = Math.max(weight, leastWeight(relief.price(l), cost.price(l)));
        }
        double[] prices = new double[model.gates()];
        for (int l = 0; l < prices.length; l++) {
            prices[l] = cost.price(l) + weight * relief.price(l);
        }
        return prices;
    }

    /** How much of a gate's relief price keeps the sum on the side of the limit that holds it, and below the overload's. */
    private static double leastWeight(double reliefPrice, double price) {
        double share = Math.abs(reliefPrice);
        if (share <= PRICE_ROUNDING) {
            return Math.abs(price);
        }
        double outward = Math.signum(reliefPrice) * price;
        if (outward < 0) {
            return -outward / share;
        }
        return share < 1 - PRICE_ROUNDING ? outward / (1 - share) : 0;
    }
}
