package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/**
 * Finds the amounts of the columns with the greatest value under the rows, and the prices of the rows that prove it.
 *
 * <p>Every column is boxed, so at any prices there are amounts that are right for them; the solver starts there and
 * drives the worst row or marginal column back into its bounds, one after the other. With one row its first long step
 * is the whole solution: the greedy order by value per MW of flow.
 */
public final class DualSimplex {

    private static final int NONE = -1;
    private static final int MANY_IDLE_STEPS = 40;
    private static final double IDLE = 1e-13;
    private static final double SHIFT = 1e-9;
    private static final double GOLDEN = 0.6180339887498949;

    final Tableau tableau;
    private final Columns columns;
    private final Rows rows;
    private final Basis basis;
    private final Direction direction;
    private final LongStep longStep;
    private final SteepestEdge edge;
    private final Leaving leaving;
    private double tolerance;
    private int iterations;
    private int idle;
    private boolean shifted;

    public DualSimplex(Loadings loadings, Columns columns, Rows rows) {
        this.columns = columns;
        this.rows = rows;
        this.tableau = new Tableau(loadings, columns, rows);
        this.basis = tableau.basis;
        this.direction = new Direction(tableau);
        this.longStep = new LongStep(tableau, direction);
        this.edge = new SteepestEdge(tableau);
        this.leaving = new Leaving(tableau, edge);
    }

    /** Solves from zero prices. */
    public Outcome solveCold() {
        return solveFrom(NONE, NONE);
    }

    /**
     * Solves from zero prices but for one row, which takes the price that makes one column marginal.
     *
     * @param row an equality row
     * @param column a column that loads it
     */
    public Outcome solveFrom(int row, int column) {
        basis.clear();
        edge.reset();
        longStep.reset();
        tableau.forgetFlows();
        Arrays.fill(tableau.place, Place.BETWEEN);
        System.arraycopy(columns.count, 0, tableau.margins.running, 0, columns.size);
        if (row != NONE) {
            basis.grow(row, column);
            tableau.margins.running[column] = 0;
            tableau.place[row] = Place.AT_HIGH;
        }
        return begin() ? iterate() : Outcome.STALLED;
    }

    /**
     * Solves from the active rows and marginal columns of the last solve, at whatever the blocks and bounds are now.
     * Stalls at once if these do not fit any more.
     */
    public Outcome solveWarm() {
        for (int m = 0; m < basis.size; m++) {
            int j = basis.column[m];
            if (columns.count[j] == 0) {
                return Outcome.STALLED;
            }
            tableau.margins.running[j] = Math.min(tableau.margins.running[j], columns.count[j] - 1);
        }
        return begin() ? iterate() : Outcome.STALLED;
    }

    /** Number of blocks of a column. */
    public int blocks(int column) {
        return columns.count[column];
    }

    /** Worth per MW of a column. */
    public double worth(int column) {
        return columns.worth[column];
    }

    /** Steps of the last solve. */
    public int iterations() {
        return iterations;
    }

    /** Price of a row: what 1 MW more room at the bound that holds it is worth. */
    public double price(int row) {
        return tableau.price[row];
    }

    /** What 1 MW more of a column is worth at these prices. */
    public double net(int column) {
        return tableau.net(column);
    }

    public double amount(int column) {
        return tableau.amount[column];
    }

    public double flow(int row) {
        return tableau.flow[row];
    }

    private boolean begin() {
        Arrays.fill(tableau.shift, 0);
        shifted = false;
        idle = 0;
        iterations = 0;
        tolerance = 1e-9;
        for (int j = 0; j < columns.size; j++) {
            tolerance += 1e-14 * (columns.highest(j) - columns.lowest(j));
        }
        return restart();
    }

    /** Derives everything from the basis; false if it is singular or holds a row at a bound that is not there. */
    private boolean restart() {
        if (!basis.factor()) {
            return false;
        }
        tableau.reprice();
        for (int g = 0; g < basis.size; g++) {
            int r = basis.row[g];
            if (Math.abs(tableau.price[r]) > rows.penalty[r] + 1e-6) {
                return false;
            }
            if (Math.abs(tableau.price[r]) > 2 * SHIFT) {
                tableau.place[r] = tableau.price[r] > 0 ? Place.AT_HIGH : Place.AT_LOW;
            }
            if (Double.isInfinite(tableau.bound(r))) {
                return false;
            }
        }
        tableau.refresh();
        return true;
    }

    private Outcome iterate() {
        int most = 1000 + 20 * (rows.size + columns.size);
        while (iterations < most) {
            if (!pickLeaving()) {
                if (!shifted) {
                    return Outcome.OPTIMAL;
                }
                if (!shiftBack()) {
                    return Outcome.STALLED;
                }
                continue;
            }
            iterations++;
            int passed = longStep.run(leaving.violation, leaving.column);
            if (passed == 0) {
                return Outcome.INFEASIBLE;
            }
            if (!pivot(passed) || (stalls(longStep.stepOf(passed - 1)) && !shiftWorths())) {
                return Outcome.STALLED;
            }
        }
        return Outcome.STALLED;
    }

    private boolean shiftBack() {
        Arrays.fill(tableau.shift, 0);
        shifted = false;
        return restart();
    }

    /** Picks what is to leave and the direction that drives it back; false if nothing is out of its bounds. */
    private boolean pickLeaving() {
        if (!leaving.find(tolerance)) {
            return false;
        }
        if (leaving.column != NONE) {
            tableau.margins.pass(leaving.column, leaving.sign > 0 ? 1 : 0);
            direction.driveColumn(leaving.position, leaving.sign);
        } else {
            int r = leaving.row;
            int place = tableau.place[r];
            tableau.place[r] = place == Place.BETWEEN
                    ? place + leaving.sign
                    : (place > Place.BETWEEN ? Place.AT_HIGH : Place.AT_LOW);
            direction.driveRow(r, leaving.sign);
        }
        return true;
    }

    private boolean pivot(int passed) {
        longStep.advance(passed - 1);
        int entering = longStep.passed(passed - 1);
        int itself = leaving.column != NONE ? leaving.column : columns.size + leaving.row;
        if (entering != itself) {
            edge.pivot(leaving.row, leaving.column, entering, direction.priceRate, leaving.sign);
            exchange(entering);
        }
        for (int index = 0; index < passed; index++) {
            int item = longStep.passed(index);
            if (item < columns.size) {
                settle(item);
            }
        }
        if (leaving.column != NONE) {
            settle(leaving.column);
        }
        tableau.flush();
        if (!basis.factor()) {
            return false;
        }
        tableau.reprice();
        tableau.settleMarginal();
        return true;
    }

    private void exchange(int entering) {
        int row = entering - columns.size;
        if (leaving.column == NONE && row < 0) {
            basis.grow(leaving.row, entering);
        } else if (leaving.column == NONE) {
            basis.swapRow(row, leaving.row);
        } else if (row < 0) {
            basis.swapColumn(leaving.column, entering);
        } else {
            basis.shrink(row, leaving.column);
        }
    }

    /** Puts a column that is not marginal where its running blocks say. */
    private void settle(int j) {
        if (!basis.isMarginal(j)) {
            tableau.set(j, columns.level[columns.start[j] + tableau.margins.running[j]]);
        }
    }

    private boolean stalls(double step) {
        idle = step > IDLE ? 0 : idle + 1;
        return idle > MANY_IDLE_STEPS;
    }

    /** Breaks ties of worth by amounts far below a tick; false if that was done already. */
    private boolean shiftWorths() {
        if (shifted) {
            return idle < 50 * MANY_IDLE_STEPS;
        }
        for (int j = 0; j < columns.size; j++) {
            tableau.shift[j] = SHIFT * (1 + (j * GOLDEN) % 1);
        }
        shifted = true;
        idle = 0;
        return restart();
    }
}
