package org.wolfgate.agent.dispatch.simplex;

/**
 * The bound-flipping ratio test: pushes the prices along a direction, past every block that is cheaper to flip than to
 * stop at, until the violation that drives them is used up. What happens last enters the basis.
 *
 * <p>Items are columns by their index, and rows by theirs plus the number of columns.
 */
final class LongStep {

    /** Slower items are taken as standing still. */
    private static final double STANDSTILL = 1e-9;

    /** An item that moves at least this fast is safe to enter. */
    private static final double SAFE_RATE = 1e-6;

    private static final double SAME_STEP = 1e-12;

    private final Tableau tableau;
    private final Columns columns;
    private final Rows rows;
    private final Direction direction;
    private final EventHeap heap;
    private final int[] passed;
    private final double[] passedAt;
    private int count;

    LongStep(Tableau tableau, Direction direction) {
        this.tableau = tableau;
        this.columns = tableau.columns;
        this.rows = tableau.rows;
        this.direction = direction;
        this.heap = new EventHeap(columns.size + rows.size);
        int most = columns.slots() + 4 * rows.size;
        this.passed = new int[most];
        this.passedAt = new double[most];
    }

    /**
     * Flips blocks along the direction until the violation is used up.
     *
     * @param violation how far the leaving item is out of its bounds, in MW
     * @param leavingColumn the marginal column that leaves, or -1
     * @return the number of items passed, the last of which enters; 0 if nothing can make up for the violation
     */
    int run(double violation, int leavingColumn) {
        gather(leavingColumn);
        count = 0;
        double slope = violation;
        while (!heap.isEmpty()) {
            int item = heap.firstItem();
            slope -= Math.abs(rate(item)) * width(item);
            passed[count] = item;
            passedAt[count] = heap.firstStep();
            count++;
            flip(item, 1);
            if (slope <= 0) {
                return settleOn(bestPivot());
            }
            double next = nextStep(item);
            if (next < Double.POSITIVE_INFINITY) {
                heap.replaceFirst(next);
            } else {
                heap.removeFirst();
            }
        }
        return 0;
    }

    int passed(int index) {
        return passed[index];
    }

    double stepOf(int index) {
        return passedAt[index];
    }

    private void gather(int leavingColumn) {
        heap.clear();
        for (int j = 0; j < columns.size; j++) {
            if (columns.count[j] > 0 && (j == leavingColumn || !tableau.basis.isMarginal(j))) {
                append(j);
            }
        }
        for (int r = 0; r < rows.size; r++) {
            if (direction.priceRate[r] != 0) {
                append(columns.size + r);
            }
        }
        heap.order();
    }

    private void append(int item) {
        if (Math.abs(rate(item)) > STANDSTILL) {
            double next = nextStep(item);
            if (next < Double.POSITIVE_INFINITY) {
                heap.append(next, item);
            }
        }
    }

    private double rate(int item) {
        return item < columns.size ? direction.netRate(item) : direction.priceRate[item - columns.size];
    }

    private double nextStep(int item) {
        double rate = rate(item);
        double distance;
        if (item >= columns.size) {
            distance = distanceOfRow(item - columns.size, rate > 0);
        } else {
            int at = columns.start[item] + tableau.running[item];
            if (rate > 0) {
                if (tableau.running[item] == columns.count[item]) {
                    return Double.POSITIVE_INFINITY;
                }
                distance = columns.edge[at] - tableau.net(item);
            } else {
                if (tableau.running[item] == 0) {
                    return Double.POSITIVE_INFINITY;
                }
                distance = tableau.net(item) - columns.edge[at - 1];
            }
        }
        return Math.max(0, distance / Math.abs(rate));
    }

    private double distanceOfRow(int r, boolean rising) {
        double price = rising ? tableau.price[r] : -tableau.price[r];
        return switch (tableau.place[r]) {
            case Place.AT_LOW -> rising ? -price : rows.penalty[r] - price;
            case Place.AT_HIGH -> rising ? rows.penalty[r] - price : -price;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /** MW that flipping the item's next block brings. */
    private double width(int item) {
        boolean rising = rate(item) > 0;
        if (item >= columns.size) {
            int r = item - columns.size;
            boolean throughZero = tableau.place[r] == (rising ? Place.AT_LOW : Place.AT_HIGH);
            return throughZero ? rows.high[r] - rows.low[r] : Double.POSITIVE_INFINITY;
        }
        int at = columns.start[item] + tableau.running[item];
        return rising ? columns.level[at + 1] - columns.level[at] : columns.level[at] - columns.level[at - 1];
    }

    /** Takes an item past its next block, or with -1 back again. */
    private void flip(int item, int way) {
        int sign = rate(item) > 0 ? way : -way;
        if (item < columns.size) {
            tableau.running[item] += sign;
            return;
        }
        int r = item - columns.size;
        int place = tableau.place[r];
        int next = place + sign;
        tableau.place[r] = next == Place.BETWEEN ? next + sign : next;
    }

    /** Among the items passed at the last step the fastest; if that is too slow to divide by, an earlier one. */
    private int bestPivot() {
        int best = count - 1;
        double last = passedAt[best];
        int index = best;
        while (index > 0 && passedAt[index - 1] >= last - SAME_STEP * (1 + last)) {
            index--;
            if (Math.abs(rate(passed[index])) > Math.abs(rate(passed[best]))) {
                best = index;
            }
        }
        int safe = best;
        while (safe > 0 && Math.abs(rate(passed[safe])) < SAFE_RATE) {
            safe--;
        }
        return Math.abs(rate(passed[safe])) < SAFE_RATE ? best : safe;
    }

    /** Takes back what was passed after the chosen item, and leaves that one on the edge of its block. */
    private int settleOn(int chosen) {
        for (int index = count - 1; index >= chosen; index--) {
            flip(passed[index], -1);
        }
        int item = passed[chosen];
        boolean rising = rate(item) > 0;
        if (item < columns.size) {
            tableau.running[item] -= rising ? 0 : 1;
        } else {
            int r = item - columns.size;
            tableau.place[r] += rising ? 1 : -1;
        }
        return chosen + 1;
    }
}
