package org.wolfgate.agent.dispatch.simplex;

/** What leaves next: the inactive row or marginal column that is most worth driving back into its bounds. */
final class Leaving {

    private static final int NONE = -1;

    private final Tableau tableau;
    private final Columns columns;
    private final Rows rows;
    private final Basis basis;
    private final SteepestEdge edge;
    int row;
    int column;
    int position;
    double violation;
    /** 1 if it is over its bound, -1 if under it. */
    int sign;

    Leaving(Tableau tableau, SteepestEdge edge) {
        this.tableau = tableau;
        this.columns = tableau.columns;
        this.rows = tableau.rows;
        this.basis = tableau.basis;
        this.edge = edge;
    }

    /** Finds it among those that are out of their bounds by more than the tolerance in MW; false if none is. */
    boolean find(double tolerance) {
        row = NONE;
        column = NONE;
        double best = 0;
        for (int r = 0; r < rows.size; r++) {
            double over = basis.isActive(r) ? 0 : over(r);
            if (Math.abs(over) > tolerance && edge.rowScore(r, over) > best) {
                best = edge.rowScore(r, over);
                row = r;
                take(over);
            }
        }
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            double over = overColumn(j);
            if (Math.abs(over) > tolerance && edge.columnScore(j, over) > best) {
                best = edge.columnScore(j, over);
                row = NONE;
                column = j;
                position = m;
                take(over);
            }
        }
        return best > 0;
    }

    private void take(double over) {
        violation = Math.abs(over);
        sign = over > 0 ? 1 : -1;
    }

    /** MW by which an inactive row is over the end of its range, negative if under it. */
    private double over(int r) {
        double flow = tableau.flow[r];
        return switch (tableau.place[r]) {
            case Place.ABOVE -> Math.min(0, flow - rows.high[r]);
            case Place.BELOW -> Math.max(0, flow - rows.low[r]);
            default -> flow > rows.high[r] ? flow - rows.high[r] : Math.min(0, flow - rows.low[r]);
        };
    }

    private double overColumn(int j) {
        int at = columns.start[j] + tableau.margins.running[j];
        double amount = tableau.amount[j];
        return amount > columns.level[at + 1]
                ? amount - columns.level[at + 1]
                : Math.min(0, amount - columns.level[at]);
    }
}
