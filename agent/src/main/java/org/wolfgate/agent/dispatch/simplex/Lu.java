package org.wolfgate.agent.dispatch.simplex;

/** Dense LU factors with row pivoting of a matrix that is small and new at every step; allocates only to grow. */
final class Lu {

    private static final double SINGULAR = 1e-11;

    private double[][] factors = new double[0][0];
    private int[] pivot = new int[0];
    private double[] scratch = new double[0];
    private int size;

    /** The matrix to fill in before {@link #factor()}; every entry of the first {@code size} rows must be set. */
    double[][] matrix(int newSize) {
        size = newSize;
        if (factors.length < newSize) {
            int room = 2 * newSize + 16;
            factors = new double[room][room];
            pivot = new int[room];
            scratch = new double[room];
        }
        return factors;
    }

    /** Factors the matrix in place; false if it is singular to working precision. */
    boolean factor() {
        for (int c = 0; c < size; c++) {
            int best = c;
            for (int r = c + 1; r < size; r++) {
                if (Math.abs(factors[r][c]) > Math.abs(factors[best][c])) {
                    best = r;
                }
            }
            if (!(Math.abs(factors[best][c]) > SINGULAR)) {
                return false;
            }
            pivot[c] = best;
            double[] row = factors[best];
            factors[best] = factors[c];
            factors[c] = row;
            eliminate(c);
        }
        return true;
    }

    private void eliminate(int c) {
        double[] top = factors[c];
        for (int r = c + 1; r < size; r++) {
            double[] row = factors[r];
            double ratio = row[c] / top[c];
            row[c] = ratio;
            if (ratio != 0) {
                for (int i = c + 1; i < size; i++) {
                    row[i] -= ratio * top[i];
                }
            }
        }
    }

    /** Solves A x = b in place. */
    void solve(double[] b) {
        for (int c = 0; c < size; c++) {
            double top = b[pivot[c]];
            b[pivot[c]] = b[c];
            b[c] = top;
        }
        for (int r = 1; r < size; r++) {
            double sum = b[r];
            for (int c = 0; c < r; c++) {
                sum -= factors[r][c] * b[c];
            }
            b[r] = sum;
        }
        for (int r = size - 1; r >= 0; r--) {
            double sum = b[r];
            for (int c = r + 1; c < size; c++) {
                sum -= factors[r][c] * b[c];
            }
            b[r] = sum / factors[r][r];
        }
    }

    /** Solves A' x = b in place. */
    void solveTransposed(double[] b) {
        System.arraycopy(b, 0, scratch, 0, size);
        for (int r = 0; r < size; r++) {
            double value = scratch[r] / factors[r][r];
            scratch[r] = value;
            for (int c = r + 1; c < size; c++) {
                scratch[c] -= factors[r][c] * value;
            }
        }
        for (int r = size - 1; r > 0; r--) {
            double value = scratch[r];
            for (int c = 0; c < r; c++) {
                scratch[c] -= factors[r][c] * value;
            }
        }
        for (int c = size - 1; c >= 0; c--) {
            double top = scratch[pivot[c]];
            scratch[pivot[c]] = scratch[c];
            scratch[c] = top;
        }
        System.arraycopy(scratch, 0, b, 0, size);
    }
}
