package org.wolfgate.agent.dispatch;

/** Turns a solution into a dispatch: its money, its overload, its orders and its certificate. */
final class DispatchReport {

    private DispatchReport() {}

    static Dispatch of(DispatchModel model, Solution solution, double[] spots) {
        DispatchProblem problem = model.problem;
        double compensation = 0;
        double rent = 0;
        double[] injected = new double[spots.length];
        for (int u = 0; u < solution.grants.length; u++) {
            TransactionUnit unit = problem.units().get(u);
            int zone = problem.nodes().get(unit.node()).zone();
            injected[zone] += solution.grants[u];
            if (model.merit.blockOf(u, spots) >= 0) {
                double rate = spots[zone] - model.merit.effectiveStrike(u, unit, spots);
                compensation += rate * (unit.megawatts() - solution.grants[u]);
            }
        }
        for (int m = 0; m < spots.length && problem.mode() != Mode.SINGLE; m++) {
            rent += spots[m] * (solution.withdrawals[m] - injected[m]);
        }
        Certificate certificate = Certifier.certify(
                problem,
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
                compensation,
                rent,
                model.merit.eligible(),
                overload(problem, solution),
                certificate,
                NodeOrders.of(model, solution.grants, spots));
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
