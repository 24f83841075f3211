package org.wolfgate.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.Hub;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.TransactionUnit;

/**
 * A dispatch written out for general solvers, in the form that suits them best: one variable per unit, one per node (and
 * destination) that adds the units up, one per withdrawal; flowgates load the nodes, not the units. Maximise.
 */
final class PlainLp {

    /** One row: bounds and its non-zero entries. */
    static final class Row {

        private final double low;
        private final double high;
        private final int[] column;
        private final double[] value;

        private Row(double low, double high, int[] column, double[] value) {
            this.low = low;
            this.high = high;
            this.column = column;
            this.value = value;
        }

        double low() {
            return low;
        }

        double high() {
            return high;
        }

        int[] column() {
            return column;
        }

        double[] value() {
            return value;
        }
    }

    final int units;
    final int withdrawals;
    final double[] objective;
    final double[] low;
    final double[] high;
    final List<Row> rows = new ArrayList<>();
    private final DispatchProblem problem;
    private final int[] keys;
    private final int[] group;

    PlainLp(DispatchProblem problem) {
        this.problem = problem;
        this.units = problem.units().size();
        int zones = problem.zones().size();
        this.keys = problem.units().stream()
                .mapToInt(unit -> unit.node() * zones + sink(unit))
                .sorted()
                .distinct()
                .toArray();
        this.group = problem.units().stream()
                .mapToInt(unit -> Arrays.binarySearch(keys, unit.node() * zones + sink(unit)))
                .toArray();
        this.withdrawals = problem.mode() == Mode.HUB ? zones : 0;
        int columns = units + keys.length + withdrawals;
        this.objective = new double[columns];
        this.low = new double[columns];
        this.high = new double[columns];
        Arrays.fill(high, units, columns, Double.POSITIVE_INFINITY);
        variables();
        sums();
        for (Flowgate gate : problem.flowgates()) {
            gate(gate);
        }
        if (withdrawals > 0) {
            balance();
        }
    }

    private int sink(TransactionUnit unit) {
        return problem.mode() == Mode.FIRM ? unit.destination() : 0;
    }

    private void variables() {
        for (int u = 0; u < units; u++) {
            TransactionUnit unit = problem.units().get(u);
            double spot =
                    problem.zones().get(problem.nodes().get(unit.node()).zone()).spot();
            double strike = unit.strike().orElse(spot);
            double worth = withdrawals > 0 ? 0 : problem.zones().get(sink(unit)).spot();
            objective[u] = worth - Math.min(strike, spot);
            high[u] = strike <= spot ? unit.megawatts() : 0;
        }
        for (int m = 0; m < withdrawals; m++) {
            objective[units + keys.length + m] = problem.zones().get(m).spot();
        }
    }

    private void sums() {
        int[] count = new int[keys.length];
        for (int u = 0; u < units; u++) {
            count[group[u]]++;
        }
        int[][] member = new int[keys.length][];
        double[][] one = new double[keys.length][];
        for (int j = 0; j < keys.length; j++) {
            member[j] = new int[count[j] + 1];
            one[j] = new double[count[j] + 1];
            Arrays.fill(one[j], 1);
            member[j][count[j]] = units + j;
            one[j][count[j]] = -1;
        }
        for (int u = units - 1; u >= 0; u--) {
            member[group[u]][--count[group[u]]] = u;
        }
        for (int j = 0; j < keys.length; j++) {
            rows.add(new Row(0, 0, member[j], one[j]));
        }
    }

    private void gate(Flowgate gate) {
        int width = keys.length + withdrawals;
        int[] column = new int[width];
        double[] value = new double[width];
        int zones = problem.zones().size();
        for (int k = 0; k < width; k++) {
            column[k] = units + k;
            value[k] = k >= keys.length
                    ? -hub(gate, k - keys.length)
                    : gate.ptdf().get(keys[k] / zones) - (withdrawals > 0 ? 0 : hub(gate, keys[k] % zones));
        }
        rows.add(new Row(-gate.reverseLimit() - gate.baseFlow(), gate.forwardLimit() - gate.baseFlow(), column, value));
    }

    private double hub(Flowgate gate, int zone) {
        double sum = 0;
        for (Hub.Member member : problem.zones().get(zone).hub().members()) {
            sum += member.weight() * gate.ptdf().get(member.node());
        }
        return sum;
    }

    private void balance() {
        int width = keys.length + withdrawals;
        int[] column = new int[width];
        double[] value = new double[width];
        for (int k = 0; k < width; k++) {
            column[k] = units + k;
            value[k] = k < keys.length ? 1 : -1;
        }
        rows.add(new Row(0, 0, column, value));
    }

    /** MW withdrawn at each hub by a solution of this program. */
    double[] withdrawals(double[] solution) {
        double[] result = new double[problem.zones().size()];
        if (withdrawals > 0) {
            System.arraycopy(solution, units + keys.length, result, 0, withdrawals);
            return result;
        }
        for (int u = 0; u < units; u++) {
            result[sink(problem.units().get(u))] += solution[u];
        }
        return result;
    }
}
