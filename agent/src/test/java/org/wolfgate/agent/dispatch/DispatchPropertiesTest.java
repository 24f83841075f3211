package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of every dispatch, on random markets; each assertion names the seed that fails. */
class DispatchPropertiesTest {

    private static final int MARKETS = 120;

    @ParameterizedTest
    @EnumSource(Mode.class)
    void noOtherDispatchIsCheaperSaysAnIndependentSolver(Mode mode) {
        for (long seed = 1; seed <= MARKETS; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(mode, seed % 3 == 0 ? 3 : 1);
            Dispatch dispatch = Dispatcher.solve(problem);
            SimplexOracle oracle = new SimplexOracle(problem);
            double overload = oracle.leastOverload();
            assertEquals(overload, dispatch.overload(), 1e-5, "least overload, seed " + seed);
            double expected = oracle.greatestValue(overload + 1e-9);
            assertEquals(expected, value(problem, dispatch), 1e-4, "value, seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void amongEquallyGoodDispatchesTheSharesAreTheFairest(Mode mode) {
        for (long seed = 1; seed <= MARKETS; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(mode, seed % 3 == 0 ? 3 : 1);
            Dispatch dispatch = Dispatcher.solve(problem);
            double[] pull = new double[problem.units().size()];
            double here = 0;
            for (int u = 0; u < pull.length; u++) {
                double megawatts = problem.units().get(u).megawatts();
                pull[u] = megawatts == 0 ? 0 : 1 - dispatch.grants().get(u) / megawatts;
                here += pull[u] * dispatch.grants().get(u);
            }
            double elsewhere = new SimplexOracle(problem)
                    .greatestAmongOptimal(pull, value(problem, dispatch) - 1e-7, dispatch.overload() + 1e-7);
            assertTrue(
                    elsewhere <= here + 5e-3, "a fairer dispatch exists by " + (elsewhere - here) + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aWarmSolveFindsWhatAColdOneFinds(Mode mode) {
        for (long seed = 1; seed <= MARKETS; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(mode, 1);
            DispatchSolver warm = DispatchSolver.of(problem);
            Random random = new Random(seed);
            for (int step = 0; step < 6; step++) {
                double[] spots = problem.zones().stream()
                        .mapToDouble(zone -> Math.round((zone.spot() + random.nextGaussian() * 3) * 100) / 100.0)
                        .toArray();
                Dispatch again = warm.solve(spots);
                Dispatch fresh = Dispatcher.solve(problem.withSpots(spots));
                assertEquals(fresh.objective(), again.objective(), 1e-5, "objective, seed " + seed);
                for (int u = 0; u < problem.units().size(); u++) {
                    assertEquals(fresh.grants().get(u), again.grants().get(u), 1e-5, "grant " + u + ", seed " + seed);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void widerLimitsNeverCostMore(Mode mode) {
        for (long seed = 1; seed <= MARKETS; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(mode, 1);
            Dispatch narrow = Dispatcher.solve(problem);
            Dispatch wide = Dispatcher.solve(widened(problem));
            assertTrue(wide.overload() <= narrow.overload() + 1e-6, "overload, seed " + seed);
            if (narrow.overload() == 0) {
                assertTrue(wide.objective() <= narrow.objective() + 1e-5, "objective, seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theOrderOfTheUnitsDoesNotMatter(Mode mode) {
        for (long seed = 1; seed <= MARKETS; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(mode, 2);
            List<TransactionUnit> turned = new ArrayList<>(problem.units());
            Collections.reverse(turned);
            Dispatch first = Dispatcher.solve(problem);
            Dispatch second = Dispatcher.solve(
                    new DispatchProblem(mode, problem.zones(), problem.nodes(), problem.flowgates(), turned));
            int last = turned.size() - 1;
            for (int u = 0; u <= last; u++) {
                assertEquals(
                        first.grants().get(u), second.grants().get(last - u), 1e-5, "grant " + u + ", seed " + seed);
            }
        }
    }

    @Test
    void certificatesHoldOnLargerRandomNetworks() {
        for (long seed = 1; seed <= 12; seed++) {
            for (Mode mode : Mode.values()) {
                DispatchProblem problem = LargeMarkets.next(seed, mode, 60, 1500, 40);
                Dispatch dispatch = Dispatcher.solve(problem);
                assertTrue(dispatch.certificate().holds(), "seed " + seed);
                assertTrue(dispatch.granted() < dispatch.eligible(), "nothing was curtailed, seed " + seed);
            }
        }
    }

    private static double value(DispatchProblem problem, Dispatch dispatch) {
        double sum = 0;
        for (int u = 0; u < problem.units().size(); u++) {
            TransactionUnit unit = problem.units().get(u);
            double spot =
                    problem.zones().get(problem.nodes().get(unit.node()).zone()).spot();
            sum -= Math.min(spot, unit.strike().orElse(spot))
                    * dispatch.grants().get(u);
        }
        for (int m = 0; m < problem.zones().size(); m++) {
            sum += problem.zones().get(m).spot() * dispatch.withdrawals().get(m);
        }
        return sum;
    }

    private static DispatchProblem widened(DispatchProblem problem) {
        List<Flowgate> gates = problem.flowgates().stream()
                .map(gate ->
                        new Flowgate(gate.ptdf(), gate.baseFlow(), gate.forwardLimit() + 3, gate.reverseLimit() * 1.1))
                .toList();
        return new DispatchProblem(problem.mode(), problem.zones(), problem.nodes(), gates, problem.units());
    }
}
