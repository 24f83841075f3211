package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/**
 * The state of a solve: prices of the rows and what they make of every column, amounts of the columns and what they make
 * of every flow. Everything here follows from the basis; {@link #refresh} recomputes it.
 */
final class Tableau {

    /** Blocks whose edge is this near the column's net worth stay as they are, in currency/MWh. */
    private static final double KEEP = 1e-8;

    /** So many changes of the flows at most before they are summed up afresh. */
    private static final int AFRESH = 64;

    final Loadings loadings;
    final Columns columns;
    final Rows rows;
    final Basis basis;
    final double[] price;
    final int[] place;
    final double[] flow;
    final double[] nodePrice;
    final double[] hubPrice;
    final Margins margins;

    final double[] amount;
    /** Small change of a column's worth that breaks ties while the solver stalls, in currency/MWh; zero otherwise. */
    final double[] shift;

    private final double[] scratch;
    private final double[] nodeAmount;
    private final double[] hubAmount;
    private final int[] touched;
    private final double[] touchedAmount;
    private int touchedCount;
    private int changes;

    Tableau(Loadings loadings, Columns columns, Rows rows) {
        this.loadings = loadings;
        this.columns = columns;
        this.rows = rows;
        this.basis = new Basis(loadings, columns);
        this.price = new double[rows.size];
        this.place = new int[rows.size];
        this.flow = new double[rows.size];
        this.nodePrice = new double[loadings.nodes];
        this.hubPrice = new double[loadings.hubs];
        this.nodeAmount = new double[loadings.nodes];
        this.hubAmount = new double[loadings.hubs];
        this.touched = new int[columns.size + loadings.nodes];
        this.touchedAmount = new double[touched.length];
        this.margins = new Margins(columns);
        this.amount = new double[columns.size];
        this.shift = new double[columns.size];
        this.scratch = new double[rows.size];
        Arrays.fill(place, Place.BETWEEN);
    }

    /** What 1 MW more of a column is worth at the present prices; its blocks with a lower edge run. */
    double net(int j) {
        return margins.net[j];
    }

    /** The bound at which an active row is held. */
    double bound(int r) {
        return place[r] == Place.AT_HIGH ? rows.high[r] : rows.low[r];
    }

    /** Prices of the rows that keep every marginal column at the edge of its block. */
    void reprice() {
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            scratch[m] = columns.worth[j] + shift[j] - columns.edge[columns.start[j] + margins.running[j]];
        }
        for (int r = 0; r < rows.size; r++) {
            if (!basis.isActive(r)) {
                price[r] = place[r] == Place.BETWEEN ? 0 : (place[r] == Place.ABOVE ? 1 : -1) * rows.penalty[r];
                if (price[r] != 0) {
                    takeOff(r);
                }
            }
        }
        basis.solvePrices(scratch);
        for (int g = 0; g < basis.size; g++) {
            price[basis.row[g]] = scratch[g];
        }
    }

    private void takeOff(int r) {
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            scratch[m] -= price[r] * loadings.at(r, columns.node[j], columns.hub[j]);
        }
    }

    /**
     * Recomputes what the rows' prices make of nodes and hubs, and which blocks run; amounts and flows from there. Flows
     * follow the changes of amounts, and are summed up afresh now and then against the rounding of many changes.
     */
    void refresh() {
        Arrays.fill(nodePrice, 0);
        Arrays.fill(hubPrice, 0);
        for (int r = 0; r < rows.size; r++) {
            if (price[r] != 0) {
                loadings.addPrice(r, price[r], nodePrice, hubPrice);
            }
        }
        changes = (changes + 1) % AFRESH;
        boolean afresh = changes == 1;
        if (afresh) {
            System.arraycopy(rows.base, 0, flow, 0, rows.size);
        }
        for (int j = 0; j < columns.size; j++) {
            double before = afresh ? 0 : amount[j];
            margins.net[j] = columns.worth[j] + shift[j] - nodePrice[columns.node[j]] + hubPrice[columns.hub[j]];
            if (basis.isMarginal(j)) {
                margins.run(j, margins.running[j]);
            } else {
                margins.run(j, locate(j));
                amount[j] = columns.level[columns.start[j] + margins.running[j]];
            }
            carry(j, amount[j] - before);
        }
        flush();
        settleMarginal();
    }

    /** Makes the next refresh sum the flows up afresh. */
    void forgetFlows() {
        changes = 0;
    }

    private int locate(int j) {
        int first = columns.start[j];
        int count = columns.count[j];
        double net = net(j);
        int now = margins.running[j];
        if (now <= count
                && (now == 0 || columns.edge[first + now - 1] <= net + KEEP)
                && (now == count || columns.edge[first + now] >= net - KEEP)) {
            return now;
        }
        int below = 0;
        int above = count;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (columns.edge[first + middle] <= net) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below;
    }

    /** Moves the marginal columns to where every active row is at its bound. */
    void settleMarginal() {
        for (int g = 0; g < basis.size; g++) {
            int r = basis.row[g];
            scratch[g] = bound(r) - flow[r];
        }
        basis.solveAmounts(scratch);
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            set(j, amount[j] + scratch[m]);
        }
        flush();
    }

    /** Sets a column's amount; the flows follow with {@link #flush}. */
    void set(int j, double megawatts) {
        carry(j, megawatts - amount[j]);
        amount[j] = megawatts;
    }

    private void carry(int j, double megawatts) {
        if (megawatts == 0) {
            return;
        }
        int node = columns.node[j];
        if (nodeAmount[node] == 0) {
            touched[touchedCount++] = node;
        }
        nodeAmount[node] += megawatts;
        hubAmount[columns.hub[j]] += megawatts;
    }

    /** Adds all moves to the flows. */
    void flush() {
        for (int k = 0; k < touchedCount; k++) {
            touchedAmount[k] = nodeAmount[touched[k]];
            nodeAmount[touched[k]] = 0;
        }
        loadings.addNodes(touched, touchedAmount, touchedCount, flow);
        touchedCount = 0;
        for (int m = 0; m < hubAmount.length; m++) {
            if (hubAmount[m] != 0) {
                loadings.subtractHub(m, hubAmount[m], flow);
                hubAmount[m] = 0;
            }
        }
    }
}
