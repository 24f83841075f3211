package org.wolfgate.agent.dispatch.simplex;

import java.util.Arrays;

/** The active rows and as many marginal columns, with the factors of the square matrix of their loadings. */
final class Basis {

    private static final int NONE = -1;

    private final Loadings loadings;
    private final Columns columns;
    private final Lu lu = new Lu();
    final int[] row;
    final int[] column;
    private final int[] positionOfRow;
    private final int[] positionOfColumn;
    int size;

    Basis(Loadings loadings, Columns columns) {
        this.loadings = loadings;
        this.columns = columns;
        int most = Math.min(loadings.rows, columns.size);
        this.row = new int[most];
        this.column = new int[most];
        this.positionOfRow = new int[loadings.rows];
        this.positionOfColumn = new int[columns.size];
        clear();
    }

    void clear() {
        size = 0;
        Arrays.fill(positionOfRow, NONE);
        Arrays.fill(positionOfColumn, NONE);
    }

    boolean isActive(int r) {
        return positionOfRow[r] != NONE;
    }

    boolean isMarginal(int j) {
        return positionOfColumn[j] != NONE;
    }

    int positionOfColumn(int j) {
        return positionOfColumn[j];
    }

    /** A row becomes active and a column marginal. */
    void grow(int r, int j) {
        row[size] = r;
        column[size] = j;
        positionOfRow[r] = size;
        positionOfColumn[j] = size;
        size++;
    }

    /** A row leaves, and a column with it. */
    void shrink(int r, int j) {
        int last = size - 1;
        replaceRow(positionOfRow[r], row[last]);
        positionOfRow[r] = NONE;
        replaceColumn(positionOfColumn[j], column[last]);
        positionOfColumn[j] = NONE;
        size = last;
    }

    void swapRow(int out, int in) {
        int position = positionOfRow[out];
        positionOfRow[out] = NONE;
        replaceRow(position, in);
    }

    void swapColumn(int out, int in) {
        int position = positionOfColumn[out];
        positionOfColumn[out] = NONE;
        replaceColumn(position, in);
    }

    private void replaceRow(int position, int r) {
        row[position] = r;
        positionOfRow[r] = position;
    }

    private void replaceColumn(int position, int j) {
        column[position] = j;
        positionOfColumn[j] = position;
    }

    /** Factors the loadings of the active rows by the marginal columns; false if they are dependent. */
    boolean factor() {
        double[][] matrix = lu.matrix(size);
        for (int g = 0; g < size; g++) {
            for (int m = 0; m < size; m++) {
                matrix[g][m] = loadings.at(row[g], columns.node[column[m]], columns.hub[column[m]]);
            }
        }
        return lu.factor();
    }

    /** From what each active row lacks to what each marginal column must add, in place. */
    void solveAmounts(double[] values) {
        lu.solve(values);
    }

    /** From the price that each marginal column needs to that of each active row, in place. */
    void solvePrices(double[] values) {
        lu.solveTransposed(values);
    }
}
