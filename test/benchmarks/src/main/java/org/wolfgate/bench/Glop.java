package org.wolfgate.bench;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Optional;
import org.wolfgate.agent.dispatch.Doubles;

/** OR-Tools GLOP, a revised simplex in C++. */
final class Glop implements Rival {

    Glop() {
        Loader.loadNativeLibraries();
    }

    @Override
    public String name() {
        return "glop";
    }

    @Override
    public Optional<Answer> solve(PlainLp program) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPVariable[] variables = build(solver, program);
        long start = System.nanoTime();
        MPSolver.ResultStatus status = solver.solve();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (status != MPSolver.ResultStatus.OPTIMAL) {
            return Optional.empty();
        }
        double[] values = new double[variables.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = variables[v].solutionValue();
        }
        solver.delete();
        return Optional.of(new Answer(Doubles.of(values), milliseconds));
    }

    private static MPVariable[] build(MPSolver solver, PlainLp program) {
        MPVariable[] variables = new MPVariable[program.objective.length];
        MPObjective objective = solver.objective();
        objective.setMaximization();
        for (int v = 0; v < variables.length; v++) {
            variables[v] = solver.makeNumVar(program.low[v], program.high[v], "");
            objective.setCoefficient(variables[v], program.objective[v]);
        }
        for (PlainLp.Row row : program.rows) {
            MPConstraint constraint = solver.makeConstraint(row.low(), row.high());
            for (int k = 0; k < row.column().length; k++) {
                constraint.setCoefficient(variables[row.column()[k]], row.value()[k]);
            }
        }
        return variables;
    }
}
