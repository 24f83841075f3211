package org.wolfgate.agent.dispatch.simplex;

/**
 * What 1 MW at a node adds to each row, and what 1 MW withdrawn at a hub takes off. A column's loading is the difference
 * of its node's and its hub's, so that thousands of node-destination pairs need no rows of their own. The last node and
 * the last hub are the reference, with zero loading.
 *
 * <p>Kept twice: by row, to sum prices over the few active rows, and by node, to add one column to all flows.
 */
public final class Loadings {

    final int rows;
    final int nodes;
    final int hubs;
    final double[][] nodeRow;
    final double[][] hubRow;
    private final double[] byNode;
    private final double[] byHub;

    /**
     * Takes over both matrices, which must have a row for every row and end in the reference's zero.
     *
     * @param nodeRow loading of each row by each node and the reference
     * @param hubRow loading of each row by each hub and the reference
     */
    public Loadings(double[][] nodeRow, double[][] hubRow, int nodes, int hubs) {
        this.rows = nodeRow.length;
        this.nodes = nodes + 1;
        this.hubs = hubs + 1;
        this.nodeRow = nodeRow;
        this.hubRow = hubRow;
        this.byNode = transposed(nodeRow, this.nodes);
        this.byHub = transposed(hubRow, this.hubs);
    }

    private static double[] transposed(double[][] matrix, int width) {
        double[] result = new double[matrix.length * width];
        for (int r = 0; r < matrix.length; r++) {
            for (int i = 0; i < width; i++) {
                result[i * matrix.length + r] = matrix[r][i];
            }
        }
        return result;
    }

    public int rows() {
        return rows;
    }

    /** The loading of a row by a column that injects at a node and is withdrawn at a hub. */
    double at(int row, int node, int hub) {
        return nodeRow[row][node] - hubRow[row][hub];
    }

    /** Adds what an injection at a node does to every flow. */
    void addNode(int node, double megawatts, double[] flows) {
        axpy(byNode, node * rows, megawatts, flows);
    }

    /** Adds what several injections do to every flow; four at a time, so that flows are read and written less often. */
    void addNodes(int[] node, double[] megawatts, int count, double[] flows) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            addFour(node, megawatts, k, flows);
        }
        for (; k < count; k++) {
            addNode(node[k], megawatts[k], flows);
        }
    }

    private void addFour(int[] node, double[] megawatts, int k, double[] flows) {
        double[] source = byNode;
        int a = node[k] * rows;
        int b = node[k + 1] * rows;
        int c = node[k + 2] * rows;
        int d = node[k + 3] * rows;
        double byA = megawatts[k];
        double byB = megawatts[k + 1];
        double byC = megawatts[k + 2];
        double byD = megawatts[k + 3];
        for (int r = 0; r < rows; r++) {
            flows[r] += byA * source[a + r] + byB * source[b + r] + byC * source[c + r] + byD * source[d + r];
        }
    }

    /** Takes off what a withdrawal at a hub does to every flow. */
    void subtractHub(int hub, double megawatts, double[] flows) {
        axpy(byHub, hub * rows, -megawatts, flows);
    }

    private void axpy(double[] source, int offset, double factor, double[] target) {
        for (int r = 0; r < rows; r++) {
            target[r] += factor * source[offset + r];
        }
    }

    /** Adds a row's loadings, times its price, to the sums of all nodes and hubs. */
    void addPrice(int row, double price, double[] nodeSums, double[] hubSums) {
        double[] byNodes = nodeRow[row];
        for (int i = 0; i < nodes; i++) {
            nodeSums[i] += price * byNodes[i];
        }
        double[] byHubs = hubRow[row];
        for (int m = 0; m < hubs; m++) {
            hubSums[m] += price * byHubs[m];
        }
    }
}
