package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Proposition 1 of Deng and Oren: least compensation minus rent is greatest social welfare, since the two differ by a
 * constant for every dispatch.
 */
class PropositionOneTest {

    @Test
    void theDispatchHasTheWelfareThatTheConstantSays() {
        for (long seed = 1; seed <= 100; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(Mode.HUB, 1);
            Dispatch dispatch = Dispatcher.solve(problem);
            double insuredMargin = 0;
            for (TransactionUnit unit : problem.units()) {
                double spot = problem.zones()
                        .get(problem.nodes().get(unit.node()).zone())
                        .spot();
                insuredMargin += Math.max(0, spot - unit.strike().orElse(spot)) * unit.megawatts();
            }
            double greatest = new SimplexOracle(problem).greatestValue(dispatch.overload() + 1e-9);
            assertEquals(insuredMargin, greatest + dispatch.objective(), 1e-4, "seed " + seed);
        }
    }
}
