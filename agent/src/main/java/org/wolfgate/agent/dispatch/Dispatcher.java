package org.wolfgate.agent.dispatch;

/** The minimum-compensation dispatch of one problem, once. */
public final class Dispatcher {

    private Dispatcher() {}

    /**
     * Dispatches one interval.
     *
     * @throws DispatchFailure if there is no dispatch, or the one found fails its certificate
     */
    public static Dispatch solve(DispatchProblem problem) {
        return DispatchSolver.of(problem).solve();
    }
}
