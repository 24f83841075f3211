package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.Doubles;

/**
 * The map from spot prices to dispatches: regions in which one dispatch is right throughout.
 *
 * <p>Between the strikes the ISO's value is the maximum of affine functions of the prices, one per dispatch, so the region
 * of each dispatch is convex: a dispatch that is best at every corner is best in between. Where two corners disagree, the
 * line on which their dispatches are worth the same parts the region. No price is sampled.
 */
final class PriceMap {

    /** Corners are looked at from inside the region, clear of the ties on its border. */
    private static final double INWARD = 1e-6;

    /** Grants that agree to a watt are the same dispatch. */
    private static final double SAME = 1e-6;

    private PriceMap() {}

    static List<PricedDispatch> of(LevelDispatch dispatch) {
        List<PricedDispatch> entries = new ArrayList<>();
        dispatch.cells().forEach(cell -> explore(cell, dispatch, entries));
        return entries;
    }

    private static void explore(PriceRegion region, LevelDispatch dispatch, List<PricedDispatch> entries) {
        List<Dispatch> found = new ArrayList<>();
        for (double[] corner : region.corners()) {
            found.add(dispatch.at(dispatch.spots(inside(region, corner))));
        }
        Dispatch first = found.get(0);
        for (Dispatch other : found) {
            if (!same(first.grants(), other.grants()) || !same(first.withdrawals(), other.withdrawals())) {
                PriceRegion.Parts parts =
                        region.split(prices -> dispatch.value(prices, first) - dispatch.value(prices, other));
                if (parts.positive().isPresent() && parts.rest().isPresent()) {
                    explore(parts.positive().get(), dispatch, entries);
                    explore(parts.rest().get(), dispatch, entries);
                    return;
                }
            }
        }
        entries.add(new PricedDispatch(region, first));
    }

    private static double[] inside(PriceRegion region, double[] corner) {
        double[] point = corner.clone();
        for (int zone = 0; zone < point.length; zone++) {
            point[zone] += INWARD * (region.mean(zone) - point[zone]);
        }
        return point;
    }

    private static boolean same(Doubles one, Doubles other) {
        for (int i = 0; i < one.size(); i++) {
            if (Math.abs(one.get(i) - other.get(i)) > SAME) {
                return false;
            }
        }
        return true;
    }
}
