package org.wolfgate.agent.dispatch;

/** Solves one problem again and again at changing spot prices, each time from where the last solve ended. */
public final class DispatchSolver {

    private final DispatchProblem problem;

    private DispatchSolver(DispatchProblem problem) {
        this.problem = problem;
    }

    public static DispatchSolver of(DispatchProblem problem) {
        return new DispatchSolver(problem);
    }

    /**
     * The dispatch at the problem's own spot prices.
     *
     * @throws DispatchFailure if there is none, or it fails its certificate
     */
    public Dispatch solve() {
        return solve(problem.zones().stream().mapToDouble(Zone::spot).toArray());
    }

    /**
     * The dispatch at these spot prices, one per zone, in currency/MWh.
     *
     * @throws IllegalArgumentException if their number is wrong or one is not finite
     * @throws DispatchFailure if there is no dispatch, or the one found fails its certificate
     */
    public Dispatch solve(double... spots) {
        problem.withSpots(spots);
        throw new UnsupportedOperationException("the solver arrives with the next commits");
    }
}
