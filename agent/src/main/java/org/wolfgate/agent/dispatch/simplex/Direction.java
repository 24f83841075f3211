package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/** How fast every price moves when one row or one marginal column is driven back into its bounds. */
final class Direction {

    final double[] priceRate;
    final double[] nodeRate;
    final double[] hubRate;
    private final double[] scratch;
    private final Tableau tableau;

    Direction(Tableau tableau) {
        this.tableau = tableau;
        this.priceRate = new double[tableau.rows.size];
        this.nodeRate = new double[tableau.loadings.nodes];
        this.hubRate = new double[tableau.loadings.hubs];
        this.scratch = new double[tableau.rows.size];
    }

    /** The price of an inactive row moves up or down by 1, and the active rows' so that no marginal column notices. */
    void driveRow(int row, int sign) {
        Basis basis = tableau.basis;
        Columns columns = tableau.columns;
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            scratch[m] = -sign * tableau.loadings.at(row, columns.node[j], columns.hub[j]);
        }
        spread();
        priceRate[row] = sign;
        tableau.loadings.addPrice(row, sign, nodeRate, hubRate);
    }

    /** The net worth of the marginal column at this position moves up or down by 1, that of the others stays. */
    void driveColumn(int position, int sign) {
        Arrays.fill(scratch, 0, tableau.basis.size, 0);
        scratch[position] = -sign;
        spread();
    }

    private void spread() {
        Basis basis = tableau.basis;
        basis.solvePrices(scratch);
        Arrays.fill(priceRate, 0);
        Arrays.fill(nodeRate, 0);
        Arrays.fill(hubRate, 0);
        for (int g = 0; g < basis.size; g++) {
            priceRate[basis.row[g]] = scratch[g];
            tableau.loadings.addPrice(basis.row[g], scratch[g], nodeRate, hubRate);
        }
    }

    /** Moves the nodes' and hubs' prices along by a step. */
    void advance(double step) {
        for (int i = 0; i < nodeRate.length; i++) {
            tableau.nodePrice[i] += step * nodeRate[i];
        }
        for (int m = 0; m < hubRate.length; m++) {
            tableau.hubPrice[m] += step * hubRate[m];
        }
    }
}
