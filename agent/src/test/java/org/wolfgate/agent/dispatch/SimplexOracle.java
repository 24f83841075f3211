package org.wolfgate.agent.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The dispatch written out as a plain linear program, one variable per unit, withdrawal and overload, and given to Commons
 * Math's simplex: slow, and written independently of the product's solver.
 */
final class SimplexOracle {

    private final DispatchProblem problem;
    private final int units;
    private final int zones;
    private final int size;

    SimplexOracle(DispatchProblem problem) {
        this.problem = problem;
        this.units = problem.units().size();
        this.zones = problem.zones().size();
        this.size = units + zones + problem.flowgates().size();
    }

    /** Least total overload in MW. */
    double leastOverload() {
        double[] objective = new double[size];
        Arrays.fill(objective, units + zones, size, -1);
        return -maximum(objective, constraints()).orElseThrow();
    }

    /** The greatest value of any dispatch with at most this overload. */
    double greatestValue(double overload) {
        return maximum(values(), withOverload(overload)).orElseThrow();
    }

    /** The greatest sum of weight x grant over all dispatches with this value, or more, and at most this overload. */
    double greatestAmongOptimal(double[] weights, double value, double overload) {
        List<LinearConstraint> constraints = withOverload(overload);
        constraints.add(new LinearConstraint(values(), Relationship.GEQ, value));
        return maximum(Arrays.copyOf(weights, size), constraints).orElse(Double.NEGATIVE_INFINITY);
    }

    private List<LinearConstraint> withOverload(double overload) {
        List<LinearConstraint> constraints = constraints();
        double[] row = new double[size];
        Arrays.fill(row, units + zones, size, 1);
        constraints.add(new LinearConstraint(row, Relationship.LEQ, overload));
        return constraints;
    }

    private double[] values() {
        double[] values = new double[size];
        for (int u = 0; u < units; u++) {
            TransactionUnit unit = problem.units().get(u);
            double spot = problem.zones().get(zoneOf(unit)).spot();
            values[u] = -Math.min(spot, unit.strike().orElse(spot));
        }
        for (int m = 0; m < zones; m++) {
            values[units + m] = problem.zones().get(m).spot();
        }
        return values;
    }

    private int zoneOf(TransactionUnit unit) {
        return problem.nodes().get(unit.node()).zone();
    }

    private List<LinearConstraint> constraints() {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            TransactionUnit unit = problem.units().get(u);
            double spot = problem.zones().get(zoneOf(unit)).spot();
            boolean stands = unit.strike().isPresent() && unit.strike().getAsDouble() > spot;
            constraints.add(new LinearConstraint(one(u), Relationship.LEQ, stands ? 0 : unit.megawatts()));
        }
        for (int m = 0; m < zones; m++) {
            withdrawal(m, constraints);
        }
        double[] balance = new double[size];
        Arrays.fill(balance, 0, units, 1);
        Arrays.fill(balance, units, units + zones, -1);
        constraints.add(new LinearConstraint(balance, Relationship.EQ, 0));
        for (int l = 0; l < problem.flowgates().size(); l++) {
            gate(l, constraints);
        }
        return constraints;
    }

    private void withdrawal(int m, List<LinearConstraint> constraints) {
        Zone zone = problem.zones().get(m);
        if (problem.mode() == Mode.FIRM) {
            double[] row = one(units + m);
            for (int u = 0; u < units; u++) {
                row[u] = problem.units().get(u).destination() == m ? -1 : 0;
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, 0));
        } else if (problem.mode() == Mode.HUB && Double.isFinite(zone.mostWithdrawal())) {
            constraints.add(new LinearConstraint(one(units + m), Relationship.LEQ, zone.mostWithdrawal()));
        }
    }

    private void gate(int l, List<LinearConstraint> constraints) {
        Flowgate gate = problem.flowgates().get(l);
        double[] forward = new double[size];
        for (int u = 0; u < units; u++) {
            forward[u] = gate.ptdf().get(problem.units().get(u).node());
        }
        for (int m = 0; m < zones; m++) {
            for (Hub.Member member : problem.zones().get(m).hub().members()) {
                forward[units + m] -= member.weight() * gate.ptdf().get(member.node());
            }
        }
        double[] reverse = forward.clone();
        forward[units + zones + l] = -1;
        reverse[units + zones + l] = 1;
        constraints.add(new LinearConstraint(forward, Relationship.LEQ, gate.forwardLimit() - gate.baseFlow()));
        constraints.add(new LinearConstraint(reverse, Relationship.GEQ, -gate.reverseLimit() - gate.baseFlow()));
    }

    private double[] one(int variable) {
        double[] row = new double[size];
        row[variable] = 1;
        return row;
    }

    private static Optional<Double> maximum(double[] objective, List<LinearConstraint> constraints) {
        try {
            return Optional.of(new SimplexSolver()
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true))
                    .getValue());
        } catch (NoFeasibleSolutionException e) {
            return Optional.empty();
        }
    }
}
