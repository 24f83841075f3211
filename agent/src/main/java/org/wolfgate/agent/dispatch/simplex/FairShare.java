package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/**
 * The tie rule: among all optimal dispatches the one with the least sum of (MW - q)^2 / MW. It is unique, does not depend
 * on the solver, shares pro rata inside equal strikes, and fills free room with units that cost nothing.
 *
 * <p>The free blocks run at z = MW x clip(1 - v'a, 0, 1) for a multiplier v of each row that matters. Rows with a price
 * hold exactly; of the others, those that a share would overload join one at a time. Withdrawals have no share to be fair
 * about: they take a vanishing cost of moving, and the move is repeated until it ends.
 */
public final class FairShare {

    private static final int MOST_ROUNDS = 40;

    private final Tableau tableau;
    private final Rows rows;
    private final int withdrawals;
    private final FreeBlocks free;
    private final SharedRows shared;
    private final double[] share;
    private final double[] flow;

    /**
     * A tie rule for the solutions of one solver.
     *
     * @param simplex the solver
     * @param withdrawals index of the first column that is a hub's withdrawal; all after it are
     */
    public FairShare(DualSimplex simplex, int withdrawals) {
        this.tableau = simplex.tableau;
        this.rows = tableau.rows;
        this.withdrawals = withdrawals;
        this.free = new FreeBlocks(tableau);
        this.shared = new SharedRows(tableau, free);
        this.share = new double[tableau.columns.slots()];
        this.flow = new double[rows.size];
    }

    /** Share of each block that runs, by slot; valid until the next solve. */
    public double[] shares() {
        return share;
    }

    /**
     * Applies the rule to the solution at hand.
     *
     * @return false if it did not settle; the shares are then those of the solver's own solution
     */
    public boolean settle() {
        free.collect();
        writeShares();
        if (free.isSettled() || free.count == 0) {
            return true;
        }
        shared.begin(withdrawals);
        for (int r = 0; r < rows.size; r++) {
            if (Math.abs(tableau.price[r]) > FreeBlocks.TIE) {
                shared.hold(r, tableau.price[r] > 0 ? rows.high[r] : rows.low[r]);
            } else if (rows.low[r] == rows.high[r]) {
                shared.hold(r, rows.high[r]);
            }
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!settleRound()) {
                return false;
            }
            if (!shared.recentre()) {
                shared.writeShares(share);
                return true;
            }
        }
        return false;
    }

    /** Shares of the solver's own solution: blocks that run in full, not at all, or as found. */
    private void writeShares() {
        Columns columns = tableau.columns;
        for (int j = 0; j < columns.size; j++) {
            int first = columns.start[j];
            Arrays.fill(share, first, first + tableau.margins.running[j], 1);
            Arrays.fill(share, first + tableau.margins.running[j], first + columns.count[j], 0);
        }
        for (int b = 0; b < free.count; b++) {
            share[free.slot[b]] = free.found[b] / free.width[b];
        }
    }

    /** Adds the worst overloaded row until none is. */
    private boolean settleRound() {
        for (int added = 0; added <= 4 * rows.size + 4; added++) {
            if (!shared.solve()) {
                return false;
            }
            int worst = worstRow();
            if (worst < 0) {
                return true;
            }
            shared.limit(worst, flow[worst] > rows.high[worst]);
        }
        return false;
    }

    private int worstRow() {
        System.arraycopy(tableau.flow, 0, flow, 0, flow.length);
        for (int b = 0; b < free.count; b++) {
            double change = shared.run(b) - free.found[b];
            if (change != 0) {
                int j = free.column[b];
                tableau.loadings.addNode(tableau.columns.node[j], change, flow);
                tableau.loadings.subtractHub(tableau.columns.hub[j], change, flow);
            }
        }
        int worst = -1;
        double most = SharedRows.TOLERANCE;
        for (int r = 0; r < flow.length; r++) {
            double over = Math.max(flow[r] - rows.high[r], rows.low[r] - flow[r]);
            if (over > most && !shared.holds(r)) {
                most = over;
                worst = r;
            }
        }
        return worst;
    }
}
