package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/**
 * The columns of the problem: each is a merit order of blocks at one node and hub. A column earns its worth per MW; its
 * blocks cost their edge and run in the order of their edges. Blocks may be replaced between solves; nodes, hubs and
 * capacities stay.
 */
public final class Columns {

    final int size;
    final int[] node;
    final int[] hub;
    final int[] start;
    final int[] count;
    final double[] worth;
    final double[] edge;
    /** MW that run below block b, at {@code start + b}; the column's whole range ends at {@code start + count}. */
    final double[] level;

    private final int[] cutAt;
    private final double[] cutEdge;
    private final double[] cutLevel;

    /**
     * Empty columns.
     *
     * @param node node of each column
     * @param hub hub of each column
     * @param capacity most blocks that each column will hold
     */
    public Columns(int[] node, int[] hub, int[] capacity) {
        this.size = node.length;
        this.node = node.clone();
        this.hub = hub.clone();
        this.start = new int[size + 1];
        for (int j = 0; j < size; j++) {
            start[j + 1] = start[j] + capacity[j] + 1;
        }
        this.count = new int[size];
        this.worth = new double[size];
        this.edge = new double[start[size]];
        this.level = new double[start[size]];
        this.cutAt = new int[size];
        Arrays.fill(cutAt, -1);
        this.cutEdge = new double[size];
        this.cutLevel = new double[size];
    }

    /** Columns at the same nodes and hubs, with room for one block each. */
    public Columns withOneBlockEach() {
        int[] one = new int[size];
        Arrays.fill(one, 1);
        return new Columns(node, hub, one);
    }

    /** A copy whose blocks may be changed. */
    public Columns copy() {
        int[] capacity = new int[size];
        for (int j = 0; j < size; j++) {
            capacity[j] = start[j + 1] - start[j] - 1;
        }
        Columns copy = new Columns(node, hub, capacity);
        System.arraycopy(count, 0, copy.count, 0, size);
        System.arraycopy(worth, 0, copy.worth, 0, size);
        System.arraycopy(edge, 0, copy.edge, 0, edge.length);
        System.arraycopy(level, 0, copy.level, 0, level.length);
        return copy;
    }

    /** Removes a column's blocks; it then runs at exactly {@code lowest} MW. */
    public void clear(int column, double worthPerMegawatt, double lowest) {
        count[column] = 0;
        worth[column] = worthPerMegawatt;
        level[start[column]] = lowest;
    }

    /** Adds a block above the others. Its edge must be above theirs, its width positive. */
    public void add(int column, double blockEdge, double width) {
        int at = start[column] + count[column];
        edge[at] = blockEdge;
        level[at + 1] = level[at] + width;
        count[column]++;
    }

    /**
     * Cuts a column off above its first blocks and puts one block in place of the rest; the next cut starts from the
     * column as it was before this one.
     *
     * @param keep number of blocks that stay
     * @param lastEdge edge of the block in place of the rest
     * @param lastWidth its width; with zero there is none
     */
    public void cut(int column, double worthPerMegawatt, int keep, double lastEdge, double lastWidth) {
        int first = start[column];
        if (cutAt[column] >= 0) {
            edge[first + cutAt[column]] = cutEdge[column];
            level[first + cutAt[column] + 1] = cutLevel[column];
        }
        cutAt[column] = keep;
        cutEdge[column] = edge[first + keep];
        cutLevel[column] = level[first + keep + 1];
        worth[column] = worthPerMegawatt;
        count[column] = keep;
        if (lastWidth > 0) {
            add(column, lastEdge, lastWidth);
        }
    }

    public int size() {
        return size;
    }

    public int blocks(int column) {
        return count[column];
    }

    /** Position of a column's block in arrays over all blocks. */
    public int slot(int column, int block) {
        return start[column] + block;
    }

    /** Length of arrays over all blocks. */
    public int slots() {
        return edge.length;
    }

    /** Worth per MW of a column, before its blocks' edges. */
    public double worth(int column) {
        return worth[column];
    }

    public double edge(int column, int block) {
        return edge[start[column] + block];
    }

    public double width(int column, int block) {
        return level[start[column] + block + 1] - level[start[column] + block];
    }

    public double lowest(int column) {
        return level[start[column]];
    }

    public double highest(int column) {
        return level[start[column] + count[column]];
    }
}
