package org.wolfgate.agent.dispatch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.wolfgate.agent.dispatch.simplex.Columns;

/**
 * The units of each node, and of each destination where that matters, as one column: blocks of equal strike, lowest
 * first. Spot prices decide how far up a column is in the money, and where its uninsured units stand: at the spot price,
 * in one block with strikes that equal it.
 */
final class MeritOrders {

    private static final int NEVER = Integer.MAX_VALUE;
    private static final int UNINSURED = -1;

    private final Mode mode;
    final int size;
    final int[] node;
    final int[] destination;
    final int[] home;
    private final int[] columnOfUnit;
    private final int[] rankOfUnit;
    private final int[] first;
    private final double[] strike;
    private final double[] megawatts;
    private final double[] uninsured;
    private final int[] below;
    private double eligible;

    MeritOrders(DispatchProblem problem) {
        this.mode = problem.mode();
        List<TransactionUnit> units = problem.units();
        int zones = problem.zones().size();
        int[] keys = IntStream.range(0, units.size())
                .map(u -> key(units.get(u), zones))
                .toArray();
        int[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        this.size = distinct.length;
        this.node = Arrays.stream(distinct).map(key -> key / zones).toArray();
        this.destination = Arrays.stream(distinct).map(key -> key % zones).toArray();
        this.home = Arrays.stream(node).map(i -> problem.nodes().get(i).zone()).toArray();
        this.columnOfUnit = Arrays.stream(keys)
                .map(key -> Arrays.binarySearch(distinct, key))
                .toArray();
        this.rankOfUnit = new int[units.size()];
        this.first = new int[size + 1];
        this.strike = new double[units.size()];
        this.megawatts = new double[units.size()];
        this.uninsured = new double[size];
        this.below = new int[size];
        rank(units);
    }

    private int key(TransactionUnit unit, int zones) {
        return unit.node() * zones + (mode == Mode.FIRM ? unit.destination() : 0);
    }

    private void rank(List<TransactionUnit> units) {
        int blocks = 0;
        int column = 0;
        for (int u : byColumnAndStrike(units)) {
            while (column < columnOfUnit[u]) {
                first[++column] = blocks;
            }
            blocks = place(u, units.get(u), column, blocks);
        }
        while (column < size) {
            first[++column] = blocks;
        }
    }

    private int[] byColumnAndStrike(List<TransactionUnit> units) {
        return IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer u) -> columnOfUnit[u])
                        .thenComparingDouble(u -> strikeOf(units.get(u)).orElse(Double.POSITIVE_INFINITY)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Adds a unit to the last block, to a new one above it, or to the uninsured; the number of blocks after that. */
    private int place(int u, TransactionUnit unit, int column, int blocks) {
        OptionalDouble price = strikeOf(unit);
        if (unit.megawatts() == 0) {
            rankOfUnit[u] = NEVER;
            return blocks;
        }
        if (price.isEmpty()) {
            rankOfUnit[u] = UNINSURED;
            uninsured[column] += unit.megawatts();
            return blocks;
        }
        boolean starts = blocks == first[column] || strike[blocks - 1] != price.getAsDouble();
        int block = starts ? blocks : blocks - 1;
        strike[block] = price.getAsDouble();
        megawatts[block] += unit.megawatts();
        rankOfUnit[u] = block - first[column];
        return block + 1;
    }

    private static OptionalDouble strikeOf(TransactionUnit unit) {
        return unit.strike().isPresent()
                ? OptionalDouble.of(Ticks.snap(unit.strike().getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Most blocks that each column can have. */
    int[] capacities() {
        return IntStream.range(0, size).map(j -> first[j + 1] - first[j] + 1).toArray();
    }

    /** Lays all insured blocks into columns of these capacities, whatever the spot prices. */
    void layOut(Columns columns) {
        for (int j = 0; j < size; j++) {
            columns.clear(j, 0, 0);
            for (int at = first[j]; at < first[j + 1]; at++) {
                columns.add(j, strike[at], megawatts[at]);
            }
        }
    }

    /** Cuts the columns off at these spot prices, one per zone. */
    void fill(Columns columns, double[] spots) {
        eligible = 0;
        for (int j = 0; j < size; j++) {
            double spot = spots[home[j]];
            int at = first[j] + below[j];
            while (at < first[j + 1] && strike[at] < spot) {
                at++;
            }
            while (at > first[j] && strike[at - 1] >= spot) {
                at--;
            }
            below[j] = at - first[j];
            boolean tied = at < first[j + 1] && strike[at] == spot;
            double last = uninsured[j] + (tied ? megawatts[at] : 0);
            columns.cut(j, mode == Mode.HUB ? 0 : spots[destination[j]], below[j], spot, last);
            eligible += columns.highest(j);
        }
    }

    /** MW in the money or uninsured, at the prices last filled in. */
    double eligible() {
        return eligible;
    }

    /** The effective strike min(c, S) if the unit is eligible at these prices, which were last filled in. */
    double effectiveStrike(int unit, TransactionUnit terms, double[] spots) {
        double spot = spots[home[columnOfUnit[unit]]];
        return Math.min(strikeOf(terms).orElse(spot), spot);
    }

    int columnOf(int unit) {
        return columnOfUnit[unit];
    }

    /** The block that a unit is in at the prices last filled in; -1 if it stands down or has no MW. */
    int blockOf(int unit, double[] spots) {
        int rank = rankOfUnit[unit];
        int j = columnOfUnit[unit];
        if (rank == NEVER) {
            return -1;
        }
        if (rank == UNINSURED) {
            return below[j];
        }
        if (rank < below[j]) {
            return rank;
        }
        return rank == below[j] && strike[first[j] + rank] == spots[home[j]] ? rank : -1;
    }
}
