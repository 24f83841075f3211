package org.wolfgate.agent.insurance;

import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.Doubles;

/**
 * A region of spot prices and the dispatch that is right in all of it.
 *
 * @param prices the region
 * @param grants MW that each block of a scheme may run
 * @param withdrawals MW withdrawn at each zone's hub
 */
public record PricedDispatch(PriceRegion prices, Doubles grants, Doubles withdrawals) {

    /** Parts of a MW that are kept: finer ones are rounding of the solver, and would blur the borders of the regions. */
    private static final double KEPT = 1e10;

    static PricedDispatch of(PriceRegion prices, Dispatch dispatch) {
        return new PricedDispatch(prices, rounded(dispatch.grants()), rounded(dispatch.withdrawals()));
    }

    PricedDispatch in(PriceRegion region) {
        return new PricedDispatch(region, grants, withdrawals);
    }

    private static Doubles rounded(Doubles values) {
        double[] kept = values.toArray();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Math.rint(kept[i] * KEPT) / KEPT;
        }
        return Doubles.of(kept);
    }
}
