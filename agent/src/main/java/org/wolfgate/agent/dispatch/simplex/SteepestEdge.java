package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/**
 * Weights that make violations comparable: the squared length of the price direction that each one would start. A large
 * violation in a direction that moves every price a lot is worth less than it looks. Updated from pivot to pivot (Forrest
 * and Goldfarb, 1992) instead of computed; an inexact weight costs a step at most.
 */
final class SteepestEdge {

    private static final double LEAST = 1e-4;

    private final Basis basis;
    private final Loadings loadings;
    private final Columns columns;
    private final double[] ofRow;
    private final double[] ofColumn;
    private final int[] node;
    private final double[] entering;
    private final double[] enteringMarginal;
    private final double[] leaving;
    private final double[] leavingMarginal;

    SteepestEdge(Tableau tableau) {
        this.basis = tableau.basis;
        this.loadings = tableau.loadings;
        this.columns = tableau.columns;
        int rows = tableau.rows.size;
        this.ofRow = new double[rows];
        this.ofColumn = new double[columns.size];
        this.node = new int[rows];
        this.entering = new double[rows];
        this.enteringMarginal = new double[rows];
        this.leaving = new double[rows];
        this.leavingMarginal = new double[rows];
    }

    /** Forgets what was learnt: every direction counts alike. */
    void reset() {
        Arrays.fill(ofRow, 1);
        Arrays.fill(ofColumn, 1);
    }

    /** How much a violation of an inactive row calls for being driven back. */
    double rowScore(int r, double over) {
        return over * over / ofRow[r];
    }

    /** How much a violation of a marginal column calls for being driven back. */
    double columnScore(int j, double over) {
        return over * over / ofColumn[j];
    }

    /**
     * Takes account of a pivot that is about to happen.
     *
     * @param leavingRow the row that becomes active, or -1
     * @param leavingColumn the column that stops being marginal, or -1
     * @param item the entering column, or the entering row plus the number of columns
     * @param rate price rates of the direction
     * @param sign the direction's sign
     */
    void pivot(int leavingRow, int leavingColumn, int item, double[] rate, int sign) {
        respond(item);
        double length = 0;
        for (int g = 0; g < basis.size; g++) {
            double value = -sign * rate[basis.row[g]];
            leavingMarginal[g] = value;
            length += value * value;
        }
        length += leavingRow < 0 ? 0 : 1;
        basis.solveAmounts(leavingMarginal);
        flowOf(leavingMarginal, leaving);
        if (leavingRow >= 0) {
            leaving[leavingRow] += 1;
        }
        double pivot = leavingRow >= 0 ? entering[leavingRow] : enteringMarginal[basis.positionOfColumn(leavingColumn)];
        update(pivot, length);
        double entered = Math.max(LEAST, length / (pivot * pivot));
        if (item < columns.size) {
            ofColumn[item] = entered;
        } else {
            ofRow[item - columns.size] = entered;
        }
    }

    /** What one unit of the entering item does to the marginal columns and the inactive rows. */
    private void respond(int item) {
        boolean column = item < columns.size;
        for (int g = 0; g < basis.size; g++) {
            int r = basis.row[g];
            enteringMarginal[g] = column
                    ? loadings.at(r, columns.node[item], columns.hub[item])
                    : (r == item - columns.size ? -1 : 0);
        }
        basis.solveAmounts(enteringMarginal);
        flowOf(enteringMarginal, entering);
        if (column) {
            loadings.addNode(columns.node[item], -1, entering);
            loadings.subtractHub(columns.hub[item], -1, entering);
        } else if (!basis.isActive(item - columns.size)) {
            entering[item - columns.size] += 1;
        }
    }

    private void flowOf(double[] marginal, double[] flow) {
        Arrays.fill(flow, 0);
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            node[m] = columns.node[j];
            loadings.subtractHub(columns.hub[j], marginal[m], flow);
        }
        loadings.addNodes(node, marginal, basis.size, flow);
    }

    private void update(double pivot, double length) {
        for (int r = 0; r < ofRow.length; r++) {
            double ratio = entering[r] / pivot;
            if (ratio != 0 && !basis.isActive(r)) {
                double floor = 1 + ratio * ratio;
                ofRow[r] = Math.max(floor, ofRow[r] + ratio * (ratio * length - 2 * leaving[r]));
            }
        }
        for (int m = 0; m < basis.size; m++) {
            double ratio = enteringMarginal[m] / pivot;
            int j = basis.column[m];
            ofColumn[j] = Math.max(LEAST, ofColumn[j] + ratio * (ratio * length - 2 * leavingMarginal[m]));
        }
    }
}
