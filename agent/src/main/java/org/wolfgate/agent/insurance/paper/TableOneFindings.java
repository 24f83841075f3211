package org.wolfgate.agent.insurance.paper;

import java.util.List;
import org.wolfgate.agent.insurance.TwoNodeEquilibrium;
import org.wolfgate.agent.insurance.TwoNodeValidity;

/** Table 1 of the paper: the welfare loss of insurance for three pairs of cost intercepts. */
final class TableOneFindings {

    private TableOneFindings() {}

    static List<Finding> all() {
        return List.of(column(9, 22.5, "0.972"), column(10, 20, "0.974"), column(10, 23, "1.01"));
    }

    private static Finding column(double first, double second, String published) {
        TwoNodeEquilibrium solution = TwoNodeEquilibrium.closedForm(ThreeNodeExample.withIntercepts(first, second));
        double loss = solution.loss();
        Verdict verdict = Figures.compare(published, 100 * loss);
        List<String> failures = TwoNodeValidity.failures(solution);
        boolean conditional = !failures.isEmpty() && verdict != Verdict.DIFFERS;
        return new Finding(
                "Table 1, (%s; %s)"
                        .formatted(
                                Figures.fraction(first),
                                Figures.decimals(second, 1).replace(".0", "")),
                published + " %",
                Figures.percent(loss, 5),
                conditional ? Verdict.AGREES_ON_CONDITION : verdict,
                conditional ? "no equilibrium, the figure ignores that " + String.join("; ", failures) : "");
    }
}
