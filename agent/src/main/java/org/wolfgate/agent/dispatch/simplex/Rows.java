package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/** The rows of the problem: a flow each, kept between two bounds, or allowed beyond them at a penalty per MW. */
public final class Rows {

    final int size;
    final double[] base;
    final double[] low;
    final double[] high;
    final double[] penalty;

    public Rows(int size) {
        this.size = size;
        this.base = new double[size];
        this.low = new double[size];
        this.high = new double[size];
        this.penalty = new double[size];
        Arrays.fill(penalty, Double.POSITIVE_INFINITY);
    }

    /** A copy whose bounds and penalties may be changed. */
    public Rows copy() {
        Rows copy = new Rows(size);
        for (int r = 0; r < size; r++) {
            copy.set(r, base[r], low[r], high[r]);
            copy.penalty[r] = penalty[r];
        }
        return copy;
    }

    /** Sets a row: its flow without any column, and the bounds of the whole flow, in MW. */
    public void set(int row, double baseFlow, double lowest, double highest) {
        base[row] = baseFlow;
        low[row] = lowest;
        high[row] = highest;
    }

    /** Lets a row leave its bounds at a penalty per MW. */
    public void soften(int row, double perMegawatt) {
        penalty[row] = perMegawatt;
    }

    public int size() {
        return size;
    }

    public double low(int row) {
        return low[row];
    }

    public double high(int row) {
        return high[row];
    }

    public double base(int row) {
        return base[row];
    }
}
