package org.wolfgate.agent.dispatch;

import java.util.List;

/**
 * Checks a dispatch, wherever it comes from, against its problem: every bound and limit, and the gap to what its flowgate
 * prices say is possible. Shares no code with the solver.
 */
public final class Certifier {

    private static final double FLOW_TOLERANCE = 1e-6;
    private static final double GAP_TOLERANCE = 1e-6;
    private static final double ROUNDING = 1e-10;

    private final DispatchProblem problem;
    private final double[] spots;
    private final double[] edge;
    private final double[] worth;
    private final double[] eligible;
    private double violation;

    private Certifier(DispatchProblem problem, double[] spots) {
        this.problem = problem;
        this.spots = spots;
        int units = problem.units().size();
        this.edge = new double[units];
        this.worth = new double[units];
        this.eligible = new double[units];
        for (int u = 0; u < units; u++) {
            TransactionUnit unit = problem.units().get(u);
            double spot = Ticks.snap(spots[problem.nodes().get(unit.node()).zone()]);
            double strike = Ticks.snap(unit.strike().orElse(spot));
            edge[u] = Math.min(strike, spot);
            worth[u] = Ticks.snap(spots[sink(unit)]);
            eligible[u] = strike <= spot ? unit.megawatts() : 0;
        }
    }

    /**
     * Certifies a dispatch at the problem's own spot prices.
     *
     * @param grants MW of each unit
     * @param withdrawals MW at each zone's hub
     * @param flowgatePrices mu of each flowgate
     * @param overloadPrices proof that no dispatch has less overload; zeros claim that there is none
     */
    public static Certificate certify(
            DispatchProblem problem,
            Doubles grants,
            Doubles withdrawals,
            Doubles flowgatePrices,
            Doubles overloadPrices) {
        double[] spots = problem.zones().stream().mapToDouble(Zone::spot).toArray();
        return certify(
                problem,
                spots,
                grants.toArray(),
                withdrawals.toArray(),
                flowgatePrices.toArray(),
                overloadPrices.toArray());
    }

    static Certificate certify(
            DispatchProblem problem,
            double[] spots,
            double[] grants,
            double[] withdrawals,
            double[] flowgatePrices,
            double[] overloadPrices) {
        return new Certifier(problem, spots).check(grants, withdrawals, flowgatePrices, overloadPrices);
    }

    private Certificate check(double[] grants, double[] withdrawals, double[] prices, double[] overloadPrices) {
        violation = 0;
        checkUnits(grants);
        checkWithdrawals(grants, withdrawals);
        boolean overloaded = false;
        double steepest = 0;
        for (int l = 0; l < prices.length; l++) {
            overloaded |= overloadPrices[l] != 0;
            steepest = Math.max(steepest, Math.abs(prices[l]));
            if (!(Math.abs(overloadPrices[l]) <= 1 + 1e-9)) {
                violation = Double.POSITIVE_INFINITY;
            }
        }
        double overload = overload(grants, withdrawals, overloaded);
        double gap = bound(prices, spots) + steepest * overload - value(grants, withdrawals);
        double overloadGap = overloaded ? overload + leastOverloadNegated(overloadPrices) : 0;
        return new Certificate(violation, gap, overloadGap, tolerance(value(grants, withdrawals)));
    }

    private Certificate.Tolerance tolerance(double value) {
        double megawatts = 0;
        double scale = 0;
        double curtailable = 0;
        for (int u = 0; u < edge.length; u++) {
            double spot =
                    spots[problem.nodes().get(problem.units().get(u).node()).zone()];
            megawatts += eligible[u];
            scale += eligible[u] * (Math.abs(spot) + Math.abs(edge[u]));
            curtailable += eligible[u] * (spot - edge[u]);
        }
        double objective = Math.abs(curtailable - value);
        return new Certificate.Tolerance(
                FLOW_TOLERANCE + ROUNDING * megawatts, GAP_TOLERANCE * Math.max(1, objective) + ROUNDING * scale);
    }

    private int sink(TransactionUnit unit) {
        return problem.mode() == Mode.FIRM ? unit.destination() : 0;
    }

    private void within(double value, double least, double most) {
        double over = Math.max(value - most, least - value);
        violation = over <= violation ? violation : Double.isNaN(over) ? Double.POSITIVE_INFINITY : over;
    }

    private void checkUnits(double[] grants) {
        for (int u = 0; u < grants.length; u++) {
            within(grants[u], 0, eligible[u]);
        }
    }

    private void checkWithdrawals(double[] grants, double[] withdrawals) {
        double[] expected = new double[withdrawals.length];
        double balance = 0;
        for (int u = 0; u < grants.length; u++) {
            expected[sink(problem.units().get(u))] += grants[u];
            balance += grants[u];
        }
        for (int m = 0; m < withdrawals.length; m++) {
            Zone zone = problem.zones().get(m);
            balance -= withdrawals[m];
            if (problem.mode() == Mode.HUB) {
                within(withdrawals[m], zone.leastWithdrawal(), zone.mostWithdrawal());
            } else {
                within(withdrawals[m], expected[m], expected[m]);
            }
        }
        within(balance, 0, 0);
    }

    /** Total MW over the limits; a breach of the certificate unless the dispatch declares it. */
    private double overload(double[] grants, double[] withdrawals, boolean declared) {
        double[] injections = new double[problem.nodes().size()];
        List<TransactionUnit> units = problem.units();
        for (int u = 0; u < grants.length; u++) {
            injections[units.get(u).node()] += grants[u];
        }
        double total = 0;
        for (Flowgate gate : problem.flowgates()) {
            double flow = gate.baseFlow();
            for (int i = 0; i < injections.length; i++) {
                flow += gate.ptdf().get(i) * injections[i];
            }
            for (int m = 0; m < withdrawals.length; m++) {
                flow -= problem.zones().get(m).hub().loading(gate.ptdf()) * withdrawals[m];
            }
            if (declared) {
                total += Math.max(0, Math.max(flow - gate.forwardLimit(), -gate.reverseLimit() - flow));
            } else {
                within(flow, -gate.reverseLimit(), gate.forwardLimit());
            }
        }
        return total;
    }

    private double value(double[] grants, double[] withdrawals) {
        double sum = 0;
        for (int u = 0; u < grants.length; u++) {
            sum += ((problem.mode() == Mode.HUB ? 0 : worth[u]) - edge[u]) * grants[u];
        }
        for (int m = 0; m < withdrawals.length && problem.mode() == Mode.HUB; m++) {
            sum += Ticks.snap(spots[m]) * withdrawals[m];
        }
        return sum;
    }

    private double bound(double[] prices, double[] zoneWorth) {
        return new DualBound(problem, prices, edge, worth, eligible, zoneWorth).value();
    }

    /** Minus the least total overload of any dispatch, by the same bound on a problem where nothing has a worth. */
    private double leastOverloadNegated(double[] overloadPrices) {
        double[] zero = new double[edge.length];
        return new DualBound(problem, overloadPrices, zero, zero, eligible, new double[spots.length]).value();
    }
}
