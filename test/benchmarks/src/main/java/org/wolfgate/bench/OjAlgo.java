package org.wolfgate.bench;

import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.wolfgate.agent.dispatch.Doubles;

/** ojAlgo, pure Java. Its time includes what it makes of the model before solving, which it does not separate. */
final class OjAlgo implements Rival {

    private static final long MOST_MILLISECONDS = 120_000;

    @Override
    public String name() {
        return "ojalgo";
    }

    @Override
    public Optional<Answer> solve(PlainLp program) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.time_abort = MOST_MILLISECONDS;
        model.options.time_suffice = MOST_MILLISECONDS;
        for (int v = 0; v < program.objective.length; v++) {
            Variable variable = model.newVariable("v" + v).lower(program.low[v]).weight(program.objective[v]);
            if (Double.isFinite(program.high[v])) {
                variable.upper(program.high[v]);
            }
        }
        for (int r = 0; r < program.rows.size(); r++) {
            PlainLp.Row row = program.rows.get(r);
            Expression expression =
                    model.newExpression("r" + r).lower(row.low()).upper(row.high());
            for (int k = 0; k < row.column().length; k++) {
                expression.set(row.column()[k], row.value()[k]);
            }
        }
        long start = System.nanoTime();
        Optimisation.Result result = model.maximise();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        return result.getState().isOptimal()
                ? Optional.of(new Answer(Doubles.of(result.toRawCopy1D()), milliseconds))
                : Optional.empty();
    }
}
