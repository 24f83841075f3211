package org.wolfgate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.wolfgate.agent.dispatch.Doubles;

/** Commons Math's dense tableau simplex; a bound is a row to it, so it is asked only where the tableau fits. */
final class CommonsMath implements Rival {

    private static final int MOST_VARIABLES = 2500;
    private static final int MOST_STEPS = 20_000;

    @Override
    public String name() {
        return "commons-math";
    }

    @Override
    public Optional<Answer> solve(PlainLp program) {
        int size = program.objective.length;
        if (size > MOST_VARIABLES) {
            return Optional.empty();
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int v = 0; v < size; v++) {
            if (Double.isFinite(program.high[v])) {
                double[] one = new double[size];
                one[v] = 1;
                constraints.add(new LinearConstraint(one, Relationship.LEQ, program.high[v]));
            }
        }
        for (PlainLp.Row row : program.rows) {
            double[] dense = new double[size];
            for (int k = 0; k < row.column().length; k++) {
                dense[row.column()[k]] = row.value()[k];
            }
            if (row.low() == row.high()) {
                constraints.add(new LinearConstraint(dense, Relationship.EQ, row.low()));
            } else {
                constraints.add(new LinearConstraint(dense, Relationship.LEQ, row.high()));
                constraints.add(new LinearConstraint(dense, Relationship.GEQ, row.low()));
            }
        }
        return timed(program, constraints);
    }

    private static Optional<Answer> timed(PlainLp program, List<LinearConstraint> constraints) {
        long start = System.nanoTime();
        try {
            double[] values = new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_STEPS),
                            new LinearObjectiveFunction(program.objective, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true))
                    .getPoint();
            double milliseconds = (System.nanoTime() - start) / 1e6;
            return Optional.of(new Answer(Doubles.of(values), milliseconds));
        } catch (TooManyIterationsException e) {
            return Optional.empty();
        }
    }
}
