package org.wolfgate.agent.dispatch;

/** Turns a solution into a dispatch: its money, its overload, its orders and its certificate. */
final class DispatchReport {

    private DispatchReport() {}

    static Dispatch of(DispatchModel model, Solution solution, double[] spots) {
        Certificate certificate = Certifier.certify(
                model.problem,
                spots,
                solution.grants,
                solution.withdrawals,
                solution.flowgatePrices,
                solution.overloadPrices);
        return new Dispatch(
                Doubles.of(solution.grants),
                Doubles.of(solution.withdrawals),
                Doubles.of(solution.flowgatePrices),
                Doubles.of(solution.overloadPrices),
                compensation(model, solution, spots),
                rent(model.problem, solution, spots),
                model.merit.eligible(),
                overload(model.problem, solution),
                certificate,
                NodeOrders.of(model, solution.grants, spots));
    }

    private static double compensation(DispatchModel model, Solution solution, double[] spots) {
        double sum = 0;
        for (int u = 0; u < solution.grants.length; u++) {
            if (model.merit.blockOf(u, spots) >= 0) {
                TransactionUnit unit = model.problem.units().get(u);
                double rate = spots[zoneOf(unit, model.problem)] - model.merit.effectiveStrike(u, unit, spots);
                sum += rate * (unit.megawatts() - solution.grants[u]);
            }
        }
        return sum;
    }

    /** What is withdrawn in each zone minus what is injected there, at the zone's price; nothing with one hub. */
    private static double rent(DispatchProblem problem, Solution solution, double[] spots) {
        if (problem.mode() == Mode.SINGLE) {
            return 0;
        }
        double sum = 0;
        for (int u = 0; u < solution.grants.length; u++) {
            sum -= spots[zoneOf(problem.units().get(u), problem)] * solution.grants[u];
        }
        for (int m = 0; m < spots.length; m++) {
            sum += spots[m] * solution.withdrawals[m];
        }
        return sum;
    }

    private static int zoneOf(TransactionUnit unit, DispatchProblem problem) {
        return problem.nodes().get(unit.node()).zone();
    }

    private static double overload(DispatchProblem problem, Solution solution) {
        double total = 0;
        for (int l = 0; l < solution.overloadPrices.length; l++) {
            if (solution.overloadPrices[l] != 0) {
                Flowgate gate = problem.flowgates().get(l);
                double flow = Flows.on(gate, problem, solution.grants, solution.withdrawals);
                total += Math.max(0, Math.max(flow - gate.forwardLimit(), -gate.reverseLimit() - flow));
            }
        }
        return total;
    }
}
