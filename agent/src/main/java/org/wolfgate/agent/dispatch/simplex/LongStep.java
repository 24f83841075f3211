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

    /** Events are first collected this many of the last step ahead, then further, then all. */
    private static final double FIRST_REACH = 3;

    private static final double LEAST_STEP = 1e-3;
    private static final double MOST_REACH = 1000;
    private static final double WIDER = 8;

    private final Tableau tableau;
    private final Columns columns;
    private final Rows rows;
    private final Direction direction;
    private final Margins margins;
    private final EventHeap heap;
    private final int[] passed;
    private final double[] passedAt;
    private final double[] rates;
    private int count;
    private double lastStep = Double.POSITIVE_INFINITY;

    LongStep(Tableau tableau, Direction direction) {
        this.tableau = tableau;
        this.columns = tableau.columns;
        this.rows = tableau.rows;
        this.direction = direction;
        this.margins = tableau.margins;
        this.heap = new EventHeap(columns.size + rows.size);
        int most = columns.slots() + 4 * rows.size;
        this.rates = new double[columns.size + rows.size];
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
        count = 0;
        spreadRates();
        double slope = violation;
        double reach = FIRST_REACH * lastStep;
        while (true) {
            gather(leavingColumn, reach);
            while (!heap.isEmpty()) {
                int item = heap.firstItem();
                slope -= Math.abs(rates[item]) * width(item);
                passed[count] = item;
                passedAt[count] = heap.firstStep();
                count++;
                flip(item, 1);
                if (slope <= 0) {
                    return settleOn(bestPivot());
                }
                proceed(item, reach);
            }
            if (reach == Double.POSITIVE_INFINITY) {
                return 0;
            }
            reach = reach < MOST_REACH * lastStep ? reach * WIDER : Double.POSITIVE_INFINITY;
        }
    }

    /** The item's next event, if the reach covers it. */
    private void proceed(int item, double reach) {
        double next = distance(item) / Math.abs(rates[item]);
        if (next <= reach && next < Double.POSITIVE_INFINITY) {
            heap.replaceFirst(Math.max(0, next));
        } else {
            heap.removeFirst();
        }
    }

    /** Moves every price along by the step at which this item was passed. */
    void advance(int index) {
        double step = passedAt[index];
        direction.advance(step);
        margins.advance(step, rates);
    }

    /** Forgets how far the last step went. */
    void reset() {
        lastStep = Double.POSITIVE_INFINITY;
    }

    int passed(int index) {
        return passed[index];
    }

    double stepOf(int index) {
        return passedAt[index];
    }

    /** Collects the next event of every item that has one within reach; most are far off and cost no division. */
    private void gather(int leavingColumn, double reach) {
        heap.clear();
        double[] net = margins.net;
        double[] above = margins.above;
        double[] below = margins.below;
        for (int j = 0; j < net.length; j++) {
            double rate = rates[j];
            double distance = rate > 0 ? above[j] - net[j] : net[j] - below[j];
            rate = Math.abs(rate);
            if (distance <= reach * rate && rate > STANDSTILL && (j == leavingColumn || !tableau.basis.isMarginal(j))) {
                append(j, distance, reach);
            }
        }
        for (int r = 0; r < rows.size; r++) {
            int item = columns.size + r;
            if (Math.abs(rates[item]) > STANDSTILL) {
                append(item, distance(item), reach);
            }
        }
        heap.order();
    }

    private void append(int item, double distance, double reach) {
        double rate = Math.abs(rates[item]);
        if (distance <= reach * rate && distance < Double.POSITIVE_INFINITY) {
            heap.append(Math.max(0, distance / rate), item);
        }
    }

    /** The rates of all items in one row, since everything here asks for them again and again. */
    private void spreadRates() {
        int[] node = columns.node;
        int[] hub = columns.hub;
        double[] nodeRate = direction.nodeRate;
        double[] hubRate = direction.hubRate;
        double[] target = rates;
        int size = columns.size;
        for (int j = 0; j < size; j++) {
            target[j] = hubRate[hub[j]] - nodeRate[node[j]];
        }
        System.arraycopy(direction.priceRate, 0, target, size, rows.size);
    }

    /** How far an item's net worth or price is from its next event; infinite if there is none. */
    private double distance(int item) {
        return item < columns.size ? distanceOfColumn(item) : distanceOfRow(item - columns.size, rates[item] > 0);
    }

    private double distanceOfColumn(int j) {
        return rates[j] > 0 ? margins.above[j] - margins.net[j] : margins.net[j] - margins.below[j];
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
        boolean rising = rates[item] > 0;
        if (item >= columns.size) {
            int r = item - columns.size;
            boolean throughZero = tableau.place[r] == (rising ? Place.AT_LOW : Place.AT_HIGH);
            return throughZero ? rows.high[r] - rows.low[r] : Double.POSITIVE_INFINITY;
        }
        int at = columns.start[item] + margins.running[item];
        return rising ? columns.level[at + 1] - columns.level[at] : columns.level[at] - columns.level[at - 1];
    }

    /** Takes an item past its next block, or with -1 back again. */
    private void flip(int item, int way) {
        int sign = rates[item] > 0 ? way : -way;
        if (item < columns.size) {
            margins.pass(item, sign);
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
            if (Math.abs(rates[passed[index]]) > Math.abs(rates[passed[best]])) {
                best = index;
            }
        }
        int safe = best;
        while (safe > 0 && Math.abs(rates[passed[safe]]) < SAFE_RATE) {
            safe--;
        }
        return Math.abs(rates[passed[safe]]) < SAFE_RATE ? best : safe;
    }

    /** Takes back what was passed after the chosen item, and leaves that one on the edge of its block. */
    private int settleOn(int chosen) {
        for (int index = count - 1; index >= chosen; index--) {
            flip(passed[index], -1);
        }
        int item = passed[chosen];
        boolean rising = rates[item] > 0;
        if (item < columns.size) {
            margins.pass(item, rising ? 0 : -1);
        } else {
            int r = item - columns.size;
            tableau.place[r] += rising ? 1 : -1;
        }
        lastStep = Math.max(passedAt[chosen], LEAST_STEP);
        return chosen + 1;
    }
}
