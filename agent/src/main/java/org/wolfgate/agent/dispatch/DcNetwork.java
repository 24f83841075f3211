package org.wolfgate.agent.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * PTDFs of a network given by its lines, by the DC power flow: flow = (angle from - angle to) / reactance, and the flows
 * of every node add up to its injection. Node 0 is the reference: its PTDFs are zero.
 */
public final class DcNetwork {

    private final int nodes;
    private final List<Line> lines;
    private final RealMatrix angles;

    /**
     * @param nodes number of nodes
     * @throws IllegalArgumentException if a line ends at an unknown node or where it starts, a reactance is zero or not
     *     finite, or the lines leave a node unconnected
     */
    public DcNetwork(int nodes, List<Line> lines) {
        this.nodes = nodes;
        this.lines = List.copyOf(lines);
        for (int k = 0; k < lines.size(); k++) {
            check(k, lines.get(k));
        }
        checkConnected();
        this.angles = angles();
    }

    /** MW on a line per MW injected at each node and withdrawn at node 0. */
    public Doubles ptdf(int line) {
        Line branch = lines.get(line);
        double[] row = new double[nodes];
        for (int i = 1; i < nodes; i++) {
            row[i] = (angle(branch.from(), i) - angle(branch.to(), i)) / branch.reactance();
        }
        return Doubles.of(row);
    }

    private double angle(int at, int injection) {
        return at == 0 ? 0 : angles.getEntry(at - 1, injection - 1);
    }

    private void check(int k, Line line) {
        checkNode("lines.from", k, line.from());
        checkNode("lines.to", k, line.to());
        if (line.from() == line.to()) {
            throw new IllegalArgumentException("lines.to[" + k + "] is node " + line.to() + ", where the line starts");
        }
        if (!Double.isFinite(line.reactance()) || line.reactance() == 0) {
            throw new IllegalArgumentException(
                    "lines.reactance[" + k + "] is " + line.reactance() + ": give a finite number other than 0");
        }
    }

    private void checkNode(String field, int k, int node) {
        if (node < 0 || node >= nodes) {
            throw new IllegalArgumentException(
                    field + "[" + k + "] is node " + node + ", unknown: there are " + nodes + ", counted from 0");
        }
    }

    private void checkConnected() {
        boolean[] reached = new boolean[nodes];
        List<Integer> open = new ArrayList<>();
        if (nodes > 0) {
            reached[0] = true;
            open.add(0);
        }
        while (!open.isEmpty()) {
            int at = open.remove(open.size() - 1);
            for (Line line : lines) {
                int next = line.from() == at ? line.to() : line.to() == at ? line.from() : at;
                if (!reached[next]) {
                    reached[next] = true;
                    open.add(next);
                }
            }
        }
        for (int i = 0; i < nodes; i++) {
            if (!reached[i]) {
                throw new IllegalArgumentException("nodes.zone[" + i + "]: no line connects this node with node 0; its"
                        + " injections could not be balanced: add the line or dispatch the island on its own");
            }
        }
    }

    private RealMatrix angles() {
        if (nodes < 2) {
            return new Array2DRowRealMatrix();
        }
        RealMatrix susceptance = MatrixUtils.createRealMatrix(nodes - 1, nodes - 1);
        for (Line line : lines) {
            double b = 1 / line.reactance();
            add(susceptance, line.from(), line.from(), b);
            add(susceptance, line.to(), line.to(), b);
            add(susceptance, line.from(), line.to(), -b);
            add(susceptance, line.to(), line.from(), -b);
        }
        try {
            return new LUDecomposition(susceptance).getSolver().getInverse();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException(
                    "lines.reactance: the reactances cancel and leave the flows undetermined; look for negative ones",
                    e);
        }
    }

    private static void add(RealMatrix matrix, int row, int column, double value) {
        if (row > 0 && column > 0) {
            matrix.addToEntry(row - 1, column - 1, value);
        }
    }
}
