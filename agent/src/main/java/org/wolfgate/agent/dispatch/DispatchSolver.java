package org.wolfgate.agent.dispatch;

import org.wolfgate.agent.dispatch.simplex.DualSimplex;
import org.wolfgate.agent.dispatch.simplex.FairShare;
import org.wolfgate.agent.dispatch.simplex.Outcome;

/**
 * Solves one problem again and again at changing spot prices, each time from where the last solve ended. Not for use by
 * several threads at once.
 */
public final class DispatchSolver {

    private final DispatchModel model;
    private final DualSimplex simplex;
    private final FairShare fair;
    private final Solution solution;
    private final double[] spots;
    private double[] shares = new double[0];
    private boolean warm;

    private DispatchSolver(DispatchProblem problem) {
        this.model = new DispatchModel(problem);
        this.simplex = new DualSimplex(model.loadings, model.columns, model.rows);
        this.fair = new FairShare(simplex, model.withdrawals());
        this.solution = new Solution(model);
        this.spots = problem.zones().stream().mapToDouble(Zone::spot).toArray();
    }

    /** A solver of this problem; building it costs more than using it. */
    public static DispatchSolver of(DispatchProblem problem) {
        return new DispatchSolver(problem);
    }

    /**
     * The dispatch at the problem's own spot prices.
     *
     * @throws DispatchFailure if there is none, or it fails its certificate
     */
    public Dispatch solve() {
        return solve(model.problem.zones().stream().mapToDouble(Zone::spot).toArray());
    }

    /**
     * The dispatch at these spot prices, one per zone, in currency/MWh.
     *
     * @throws IllegalArgumentException if their number is wrong or one is not finite
     * @throws DispatchFailure if there is no dispatch, or the one found fails its certificate
     */
    public Dispatch solve(double... newSpots) {
        Dispatch dispatch = attempt(newSpots);
        if (!dispatch.certificate().holds()) {
            warm = false;
            dispatch = attempt(newSpots);
        }
        if (!dispatch.certificate().holds()) {
            warm = false;
            throw new DispatchFailure("certifying a dispatch of " + solution.grants.length + " units: "
                    + dispatch.certificate() + "; it is not published");
        }
        return dispatch;
    }

    private Dispatch attempt(double[] newSpots) {
        resolve(newSpots);
        solution.takeShares(shares, spots);
        refuseUnbounded();
        return DispatchReport.of(model, solution, spots);
    }

    /**
     * Solves without a report or a certificate; allocates nothing unless base flows leave an overload. Read the result by
     * {@link #flowgatePrice(int)} and {@link #share(int)}.
     *
     * @throws IllegalArgumentException if the number of spot prices is wrong or one is not finite
     * @throws DispatchFailure if there is no dispatch
     */
    public void resolve(double... newSpots) {
        takeSpots(newSpots);
        model.price(spots);
        Outcome outcome = warm ? simplex.solveWarm() : Outcome.STALLED;
        if (outcome != Outcome.OPTIMAL) {
            outcome = solveCold(simplex, model);
        }
        warm = outcome == Outcome.OPTIMAL;
        switch (outcome) {
            case OPTIMAL -> takeOrdinary();
            case INFEASIBLE -> takeOverloaded();
            case STALLED ->
                throw new DispatchFailure("dispatching " + solution.grants.length + " units over "
                        + model.gates() + " flowgates: the solver went round without getting on after "
                        + simplex.iterations()
                        + " steps; look for PTDF rows that are multiples of each other but for rounding");
        }
    }

    private void takeOverloaded() {
        Overload overload = new Overload(model);
        solution.takePrices(overload);
        shares = overload.shares();
    }

    private void takeSpots(double[] newSpots) {
        if (newSpots.length != spots.length) {
            throw new IllegalArgumentException(
                    "zones.spot has " + newSpots.length + " entries, needs " + spots.length + " (one per zone)");
        }
        for (int m = 0; m < spots.length; m++) {
            if (!Double.isFinite(newSpots[m])) {
                throw new IllegalArgumentException(
                        "zones.spot[" + m + "] is " + newSpots[m] + ": give a finite number");
            }
            spots[m] = Ticks.snap(newSpots[m]);
        }
    }

    private void takeOrdinary() {
        if (!fair.settle()) {
            throw new DispatchFailure("sharing ties among " + solution.grants.length
                    + " units: the shares did not settle; look for strikes closer than a tick");
        }
        solution.takePrices(simplex);
        shares = fair.shares();
    }

    private void refuseUnbounded() {
        if (model.problem.mode() != Mode.HUB) {
            return;
        }
        for (int m = 0; m < solution.withdrawals.length; m++) {
            if (model.isFar(solution.withdrawals[m])) {
                throw new DispatchFailure("balancing free hubs: no flowgate limits the trade between zones of different"
                        + " price, zone " + m + " among them; give zones.w_min[" + m + "] a bound");
            }
        }
    }

    /** Solves from nothing; in {@link Mode#HUB} from the zone with the highest price taking all that runs. */
    static Outcome solveCold(DualSimplex simplex, DispatchModel model) {
        int best = -1;
        for (int j = model.withdrawals(); j < model.columns.size(); j++) {
            if (simplex.blocks(j) > 0 && (best < 0 || simplex.worth(j) > simplex.worth(best))) {
                best = j;
            }
        }
        return best < 0 ? simplex.solveCold() : simplex.solveFrom(model.balance(), best);
    }

    /** Makes the next solve start from nothing. */
    public void forget() {
        warm = false;
    }

    /** Share of a unit's MW that the last solve grants, 0 to 1. */
    public double share(int unit) {
        int block = model.merit.blockOf(unit, spots);
        return block < 0 ? 0 : shares[model.columns.slot(model.merit.columnOf(unit), block)];
    }

    /** mu of a flowgate in the last solve, in currency/MWh. */
    public double flowgatePrice(int gate) {
        return solution.flowgatePrices[gate];
    }

    /** Steps of the solver in the last solve. */
    public int iterations() {
        return simplex.iterations();
    }
}
