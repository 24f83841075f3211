package org.wolfgate.agent.dispatch.simplex;

/**
 * What one MW more of each column nets, and between which edges of its merit order that lies. Kept in plain rows since the
 * long step looks at every column at every step.
 */
final class Margins {

    private final Columns columns;
    /** Worth per MW at the present prices, in currency/MWh. */
    final double[] net;
    /** Number of running blocks; of a marginal column, those below the block that it is in. */
    final int[] running;
    /** Edge of the first block that does not run; infinite if all do. */
    final double[] above;
    /** Edge of the last block that runs; minus infinity if none does. */
    final double[] below;

    Margins(Columns columns) {
        this.columns = columns;
        this.net = new double[columns.size];
        this.running = new int[columns.size];
        this.above = new double[columns.size];
        this.below = new double[columns.size];
    }

    /** Sets the number of running blocks. */
    void run(int j, int blocks) {
        int at = columns.start[j] + blocks;
        running[j] = blocks;
        above[j] = blocks < columns.count[j] ? columns.edge[at] : Double.POSITIVE_INFINITY;
        below[j] = blocks > 0 ? columns.edge[at - 1] : Double.NEGATIVE_INFINITY;
    }

    /** Lets so many more blocks run, or fewer. */
    void pass(int j, int blocks) {
        run(j, running[j] + blocks);
    }

    /** Moves the nets along their rates by a step. */
    void advance(double step, double[] rates) {
        for (int j = 0; j < net.length; j++) {
            net[j] += step * rates[j];
        }
    }
}
