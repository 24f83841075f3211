package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/**
 * The rows that hold the free blocks together while ties are shared, with their multipliers: a semismooth Newton method
 * on the concave dual of the least-squares rule, with an exact search along each step.
 */
final class SharedRows {

    /** How exactly a row must hold, in MW. */
    static final double TOLERANCE = 1e-9;

    /** Cost of moving a withdrawal, against 1/MW of a block: small, and gone when the moves end. */
    private static final double WITHDRAWAL_COST = 1e-4;

    private static final double DAMPING = 1e-9;
    private static final int MOST_STEPS = 200;

    /** After this many steps only rounding keeps the rows from holding better, and this is good enough, in MW. */
    private static final int FEW_STEPS = 40;

    private static final double ROUNDING = 3e-8;

    private final Tableau tableau;
    private final FreeBlocks free;
    private final Lu lu = new Lu();
    private int firstWithdrawal;
    private int size;
    private final int[] row;
    private final int[] sign;
    private final double[] target;
    private final double[] multiplier;
    private final double[] gradient;
    private final double[] step;
    private final double[][] loading;
    private final double[] run;
    private final double[] centre;
    private final double[] pull;
    private final double[] pullStep;

    SharedRows(Tableau tableau, FreeBlocks free) {
        this.tableau = tableau;
        this.free = free;
        int rows = tableau.rows.size;
        this.row = new int[rows];
        this.sign = new int[rows];
        this.target = new double[rows];
        this.multiplier = new double[rows];
        this.gradient = new double[rows];
        this.step = new double[rows];
        this.loading = new double[rows][0];
        int most = free.slot.length;
        this.run = new double[most];
        this.centre = new double[most];
        this.pull = new double[most];
        this.pullStep = new double[most];
    }

    /** Starts with no rows, for the free blocks as they are. */
    void begin(int withdrawals) {
        firstWithdrawal = withdrawals;
        size = 0;
        System.arraycopy(free.found, 0, centre, 0, free.count);
    }

    /** A row whose flow is to be exactly this. */
    void hold(int r, double exactly) {
        add(r, 0, exactly);
    }

    /** A row whose flow is to stay within a bound, and presses against it. */
    void limit(int r, boolean high) {
        add(r, high ? 1 : -1, high ? tableau.rows.high[r] : tableau.rows.low[r]);
    }

    private void add(int r, int side, double exactly) {
        row[size] = r;
        sign[size] = side;
        target[size] = exactly;
        multiplier[size] = 0;
        if (loading[size].length < free.count) {
            loading[size] = new double[2 * free.count + 16];
        }
        for (int b = 0; b < free.count; b++) {
            int j = free.column[b];
            loading[size][b] = tableau.loadings.at(r, tableau.columns.node[j], tableau.columns.hub[j]);
        }
        size++;
    }

    boolean holds(int r) {
        for (int f = 0; f < size; f++) {
            if (row[f] == r) {
                return true;
            }
        }
        return false;
    }

    /** MW of a free block that run. */
    double run(int b) {
        return run[b];
    }

    /** Finds the multipliers at which every row here holds; rows that would have to push the wrong way leave. */
    boolean solve() {
        for (int turn = 0; turn < MOST_STEPS; turn++) {
            pullOf(multiplier, pull);
            runAt(0);
            if (residual() <= (turn < FEW_STEPS ? TOLERANCE / 4 : ROUNDING)) {
                return true;
            }
            if (!newtonStep()) {
                return false;
            }
            pullOf(step, pullStep);
            double length = search(longest());
            for (int f = size - 1; f >= 0; f--) {
                multiplier[f] += length * step[f];
                if (sign[f] != 0 && multiplier[f] * sign[f] <= 0) {
                    drop(f);
                }
            }
        }
        return false;
    }

    /** Takes the withdrawals found as the place that they want to stay at; false once that moves nothing. */
    boolean recentre() {
        double moved = 0;
        for (int b = 0; b < free.count; b++) {
            if (free.column[b] >= firstWithdrawal) {
                moved = Math.max(moved, Math.abs(run[b] - centre[b]));
                centre[b] = run[b];
            }
        }
        return moved > TOLERANCE;
    }

    void writeShares(double[] share) {
        for (int b = 0; b < free.count; b++) {
            share[free.slot[b]] = run[b] / free.width[b];
        }
    }

    private void pullOf(double[] multipliers, double[] result) {
        Arrays.fill(result, 0, free.count, 0);
        for (int f = 0; f < size; f++) {
            double weight = multipliers[f];
            if (weight != 0) {
                double[] by = loading[f];
                for (int b = 0; b < free.count; b++) {
                    result[b] += weight * by[b];
                }
            }
        }
    }

    /** What runs when the multipliers have gone this far along the step. */
    private void runAt(double length) {
        for (int b = 0; b < free.count; b++) {
            double drawn = pull[b] + (length == 0 ? 0 : length * pullStep[b]);
            double wide = free.width[b];
            double wanted = free.column[b] < firstWithdrawal ? wide * (1 - drawn) : centre[b] - drawn / WITHDRAWAL_COST;
            run[b] = Math.min(wide, Math.max(0, wanted));
        }
    }

    private double residual() {
        double worst = 0;
        for (int f = 0; f < size; f++) {
            double sum = tableau.flow[row[f]] - target[f];
            double[] by = loading[f];
            for (int b = 0; b < free.count; b++) {
                sum += by[b] * (run[b] - free.found[b]);
            }
            gradient[f] = sum;
            worst = Math.max(worst, Math.abs(sum));
        }
        return worst;
    }

    private boolean newtonStep() {
        double[][] matrix = lu.matrix(size);
        for (int f = 0; f < size; f++) {
            Arrays.fill(matrix[f], 0, size, 0);
            matrix[f][f] = DAMPING;
            step[f] = gradient[f];
        }
        for (int b = 0; b < free.count; b++) {
            addCurvature(b, matrix);
        }
        if (!lu.factor()) {
            return false;
        }
        lu.solve(step);
        return true;
    }

    /** A block that is between its ends follows the multipliers; one at an end does not, but keeps the matrix regular. */
    private void addCurvature(int b, double[][] matrix) {
        boolean withdrawal = free.column[b] >= firstWithdrawal;
        double full = withdrawal ? 1 / WITHDRAWAL_COST : free.width[b];
        boolean between = run[b] > 0 && (withdrawal ? run[b] < free.width[b] : pull[b] >= 0);
        for (int f = 0; f < size; f++) {
            double mine = full * loading[f][b];
            for (int h = 0; h < size && between; h++) {
                matrix[f][h] += mine * loading[h][b];
            }
            if (!withdrawal) {
                matrix[f][f] += DAMPING * mine * loading[f][b];
            }
        }
    }

    /** The longest step before a one-sided row would pull the wrong way. */
    private double longest() {
        double most = 1;
        for (int f = 0; f < size; f++) {
            if (sign[f] != 0 && step[f] * sign[f] < 0) {
                most = Math.min(most, -multiplier[f] / step[f]);
            }
        }
        return most;
    }

    /** Where along the step the dual is highest. */
    private double search(double most) {
        if (slope(most) >= 0) {
            return most;
        }
        double low = 0;
        double high = most;
        for (int halving = 0; halving < 80 && high - low > 1e-15 * high; halving++) {
            double middle = (low + high) / 2;
            if (slope(middle) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double slope(double length) {
        runAt(length);
        double sum = 0;
        for (int f = 0; f < size; f++) {
            sum += step[f] * (tableau.flow[row[f]] - target[f]);
        }
        for (int b = 0; b < free.count; b++) {
            sum += pullStep[b] * (run[b] - free.found[b]);
        }
        return sum;
    }

    private void drop(int f) {
        size--;
        double[] spare = loading[f];
        row[f] = row[size];
        sign[f] = sign[size];
        target[f] = target[size];
        multiplier[f] = multiplier[size];
        loading[f] = loading[size];
        loading[size] = spare;
    }
}
