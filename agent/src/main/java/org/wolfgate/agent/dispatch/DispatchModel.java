package org.wolfgate.agent.dispatch;

import java.util.Arrays;
import java.util.List;
import org.wolfgate.agent.dispatch.simplex.Columns;
import org.wolfgate.agent.dispatch.simplex.Loadings;
import org.wolfgate.agent.dispatch.simplex.Rows;

/**
 * A dispatch problem as the solver sees it: one column per merit order, loading every flowgate by its node's PTDF minus
 * its hub's, whatever the reference of the rows. In {@link Mode#HUB} the hubs' withdrawals are columns too, after the
 * others, and the last row balances them with the injections.
 */
final class DispatchModel {

    /** A free hub's box is this many times all MW of the problem: far away, and near enough to compute with. */
    private static final double FAR = 100;

    final DispatchProblem problem;
    final MeritOrders merit;
    final Loadings loadings;
    final Columns columns;
    final Rows rows;
    private final double far;

    DispatchModel(DispatchProblem problem) {
        this.problem = problem;
        this.merit = new MeritOrders(problem);
        this.loadings = loadings();
        this.columns = columns();
        this.rows = rows();
        double megawatts = 1
                + problem.units().stream()
                        .mapToDouble(TransactionUnit::megawatts)
                        .sum();
        for (int l = 0; l < gates(); l++) {
            megawatts += finite(rows.low(l)) + finite(rows.high(l)) + Math.abs(rows.base(l));
        }
        this.far = FAR * megawatts;
    }

    int gates() {
        return problem.flowgates().size();
    }

    private boolean balances() {
        return problem.mode() == Mode.HUB;
    }

    /** Index of the balance row, in {@link Mode#HUB} only. */
    int balance() {
        return gates();
    }

    /** Index of the first withdrawal's column; there is one per zone in {@link Mode#HUB}, none otherwise. */
    int withdrawals() {
        return merit.size;
    }

    private Loadings loadings() {
        int nodes = problem.nodes().size();
        List<Zone> zones = problem.zones();
        int rowCount = gates() + (balances() ? 1 : 0);
        double[][] byNode = new double[rowCount][nodes + 1];
        double[][] byHub = new double[rowCount][zones.size() + 1];
        for (int l = 0; l < gates(); l++) {
            Doubles ptdf = problem.flowgates().get(l).ptdf();
            for (int i = 0; i < nodes; i++) {
                byNode[l][i] = ptdf.get(i);
            }
            for (int m = 0; m < zones.size(); m++) {
                byHub[l][m] = zones.get(m).hub().loading(ptdf);
            }
        }
        if (balances()) {
            Arrays.fill(byNode[balance()], 0, nodes, 1);
            Arrays.fill(byHub[balance()], 0, zones.size(), 1);
        }
        return new Loadings(byNode, byHub, nodes, zones.size());
    }

    private Columns columns() {
        int zones = problem.zones().size();
        int all = merit.size + (balances() ? zones : 0);
        int[] node = Arrays.copyOf(merit.node, all);
        int[] hub = Arrays.copyOf(merit.destination, all);
        int[] capacity = Arrays.copyOf(merit.capacities(), all);
        if (balances()) {
            Arrays.fill(hub, 0, merit.size, zones);
            for (int m = 0; m < zones; m++) {
                node[merit.size + m] = problem.nodes().size();
                hub[merit.size + m] = m;
                capacity[merit.size + m] = 1;
            }
        }
        Columns result = new Columns(node, hub, capacity);
        merit.layOut(result);
        return result;
    }

    private Rows rows() {
        Rows result = new Rows(loadings.rows());
        for (int l = 0; l < gates(); l++) {
            Flowgate gate = problem.flowgates().get(l);
            result.set(l, gate.baseFlow(), -gate.reverseLimit(), gate.forwardLimit());
        }
        return result;
    }

    /**
     * Fills in the blocks that are in the money at these spot prices, one per zone.
     *
     * @throws DispatchFailure if the bounds on withdrawals cannot balance with the eligible MW
     */
    void price(double[] spots) {
        merit.fill(columns, spots);
        if (balances()) {
            double least = 0;
            double most = 0;
            for (int m = 0; m < spots.length; m++) {
                least += problem.zones().get(m).leastWithdrawal();
                most += problem.zones().get(m).mostWithdrawal();
            }
            if (least > merit.eligible() || most < 0) {
                throw new DispatchFailure("balancing withdrawals with injections: zones.w_min sum to " + least
                        + " MW and zones.w_max to " + most + " MW, but 0 to " + merit.eligible()
                        + " MW can be injected: widen the bounds");
            }
            for (int m = 0; m < problem.zones().size(); m++) {
                boxWithdrawal(m, spots[m]);
            }
        }
    }

    /** What the others must take or may take bounds a withdrawal, since all add up to what is injected. */
    private void boxWithdrawal(int m, double spot) {
        double low = 0;
        double high = merit.eligible();
        for (int other = 0; other < problem.zones().size(); other++) {
            if (other != m) {
                low -= problem.zones().get(other).mostWithdrawal();
                high -= problem.zones().get(other).leastWithdrawal();
            }
        }
        Zone zone = problem.zones().get(m);
        double lowest = Math.max(-far, Math.max(zone.leastWithdrawal(), low));
        double highest = Math.min(far, Math.min(zone.mostWithdrawal(), high));
        columns.clear(merit.size + m, spot, lowest);
        if (highest > lowest) {
            columns.add(merit.size + m, 0, highest - lowest);
        }
    }

    /** Whether a withdrawal of this many MW is at a bound that only computation has put there. */
    boolean isFar(double withdrawal) {
        return Math.abs(withdrawal) >= far * (1 - 1e-9);
    }

    private static double finite(double limit) {
        return Double.isInfinite(limit) ? 0 : Math.abs(limit);
    }
}
