package org.wolfgate.agent.dispatch.simplex;

/**
 * The blocks that an optimal dispatch leaves open: those whose edge equals their column's net worth, so that any amount of
 * them is as good as any other as long as the rows hold.
 */
final class FreeBlocks {

    /** Blocks this near the net worth count as tied, in currency/MWh; a hundred-thousandth of a tick. */
    static final double TIE = 1e-7;

    private final Tableau tableau;
    private final Columns columns;
    int count;
    final int[] column;
    final int[] slot;
    final double[] width;
    /** MW of the block that run in the solver's own solution. */
    final double[] found;

    FreeBlocks(Tableau tableau) {
        this.tableau = tableau;
        this.columns = tableau.columns;
        this.column = new int[columns.slots()];
        this.slot = new int[columns.slots()];
        this.width = new double[columns.slots()];
        this.found = new double[columns.slots()];
    }

    /** Collects them, with what the solver's own solution runs of each. */
    void collect() {
        count = 0;
        for (int j = 0; j < columns.size; j++) {
            if (columns.count[j] > 0) {
                collect(j);
            }
        }
    }

    private void collect(int j) {
        int first = columns.start[j];
        int end = first + columns.count[j];
        double net = tableau.net(j);
        int at = first + tableau.margins.running[j];
        while (at > first && columns.edge[at - 1] >= net - TIE) {
            at--;
        }
        while (at < end && columns.edge[at] <= net + TIE) {
            double wide = columns.level[at + 1] - columns.level[at];
            column[count] = j;
            slot[count] = at;
            width[count] = wide;
            found[count] = Math.min(wide, Math.max(0, tableau.amount[j] - columns.level[at]));
            count++;
            at++;
        }
    }

    /** Whether the rows already leave no choice: one free block for each row that has a price. */
    boolean isSettled() {
        if (count != tableau.basis.size) {
            return false;
        }
        for (int g = 0; g < count; g++) {
            if (Math.abs(tableau.price[tableau.basis.row[g]]) <= TIE) {
                return false;
            }
        }
        return true;
    }
}
