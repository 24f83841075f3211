package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The map from spot prices to dispatches: regions in which one dispatch is right throughout.
 *
 * <p>In a cell between the strikes the ISO's value is the largest of affine functions of the prices, one per dispatch. So
 * the cell is parted by the dispatches found so far, each where it is worth most, and the corners of the parts are put to
 * the solver. A corner at which it does better brings a new dispatch; when no corner does, none is missing, for a convex
 * function that meets an affine one at all corners meets it in between. No price is sampled.
 */
final class PriceMap {

    /** Corners are asked about from just inside, so that rounding cannot put them on the far side of a strike. */
    private static final double INWARD = 1e-9;

    /** A dispatch is better if its value is, by more than the rounding of the solver. */
    private static final double BETTER = 1e-9;

    /** Far more dispatches than a network of a few levels has. */
    private static final int MOST_DISPATCHES = 1000;

    private final PriceRegion cell;
    private final CellDispatch solver;
    private final List<PricedDispatch> known = new ArrayList<>();

    private PriceMap(PriceRegion cell, CellDispatch solver) {
        this.cell = cell;
        this.solver = solver;
    }

    static List<PricedDispatch> of(LevelMarket market, List<LevelBlock> blocks) {
        List<PricedDispatch> map = new ArrayList<>();
        for (PriceRegion cell : CellDispatch.cells(market, blocks)) {
            map.addAll(new PriceMap(cell, new CellDispatch(market, blocks, cell)).complete());
        }
        return map;
    }

    private List<PricedDispatch> complete() {
        known.add(solver.at(inside(cell.corners().get(0), 0.5)));
        while (known.size() < MOST_DISPATCHES) {
            List<PricedDispatch> parts = parts();
            Optional<PricedDispatch> missing =
                    parts.stream().flatMap(part -> missing(part).stream()).findFirst();
            if (missing.isEmpty()) {
                return parts;
            }
            known.add(missing.get());
        }
        throw new ArithmeticException("dispatch by spot prices: more than " + MOST_DISPATCHES
                + " different dispatches in one cell; offer fewer levels or give the forecast as scenarios");
    }

    private List<PricedDispatch> parts() {
        List<PricedDispatch> parts = new ArrayList<>();
        for (PricedDispatch dispatch : known) {
            Optional<? extends PriceRegion> region = Optional.of(cell);
            for (PricedDispatch other : known) {
                if (region.isPresent()) {
                    region = region.get()
                            .split(prices -> solver.value(prices, dispatch) - solver.value(prices, other))
                            .positive();
                }
            }
            region.ifPresent(prices -> parts.add(dispatch.in(prices)));
        }
        return parts;
    }

    private Optional<PricedDispatch> missing(PricedDispatch part) {
        for (double[] corner : part.prices().corners()) {
            double[] prices = inside(corner, INWARD);
            PricedDispatch best = solver.at(prices);
            double value = worth(prices);
            if (solver.value(prices, best) > value + BETTER * Math.max(1, Math.abs(value))) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    private double worth(double[] prices) {
        return known.stream()
                .mapToDouble(dispatch -> solver.value(prices, dispatch))
                .max()
                .orElseThrow();
    }

    private double[] inside(double[] corner, double share) {
        double[] point = corner.clone();
        for (int zone = 0; zone < point.length; zone++) {
            point[zone] += share * (cell.mean(zone) - point[zone]);
        }
        return point;
    }
}
