package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.DispatchSolver;
import org.wolfgate.agent.dispatch.Dispatcher;
import org.wolfgate.agent.dispatch.TransactionUnit;

/** The ISO's dispatch of given insured blocks at any spot prices. */
final class LevelDispatch {

    private final LevelMarket market;
    private final List<LevelBlock> blocks;
    private final DispatchSolver solver;

    LevelDispatch(LevelMarket market, List<LevelBlock> blocks) {
        this.market = market;
        this.blocks = blocks;
        this.solver = DispatchSolver.of(
                problem(blocks.stream().mapToDouble(LevelBlock::strike).toArray()));
    }

    /** The dispatch at these prices, one per zone. */
    Dispatch at(double[] prices) {
        double[] strikes = blocks.stream()
                .mapToDouble(block -> effectiveStrike(block, prices))
                .toArray();
        boolean asInsured = blocks.stream().allMatch(block -> block.strike() <= spot(block, prices));
        if (asInsured || market.aboveSpot() == StrikeAboveSpot.STANDS_DOWN) {
            return solver.solve(prices);
        }
        return Dispatcher.solve(problem(strikes).withSpots(prices));
    }

    /**
     * What the ISO maximises: sum of S_m w_m less the effective strikes of what runs. Affine in the prices as long as no
     * price crosses a strike.
     */
    double value(double[] prices, Dispatch dispatch) {
        double value = 0;
        for (int m = 0; m < market.network().zones().size(); m++) {
            value += prices[m] * dispatch.withdrawals().get(m);
        }
        for (int b = 0; b < blocks.size(); b++) {
            value -= effectiveStrike(blocks.get(b), prices) * dispatch.grants().get(b);
        }
        return value;
    }

    /** The forecast cut where a price crosses a strike. */
    List<PriceRegion> cells() {
        List<PriceRegion> cells = market.forecast();
        for (LevelBlock block : blocks) {
            int zone = zone(block);
            List<PriceRegion> finer = new ArrayList<>();
            for (PriceRegion cell : cells) {
                PriceRegion.Parts parts = cell.split(prices -> prices[zone] - block.strike());
                parts.positive().ifPresent(finer::add);
                parts.rest().ifPresent(finer::add);
            }
            cells = finer;
        }
        return cells;
    }

    private DispatchProblem problem(double[] strikes) {
        List<TransactionUnit> units = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            LevelBlock block = blocks.get(b);
            units.add(new TransactionUnit(
                    block.offer() + "/" + block.level(),
                    market.offers().get(block.offer()).node(),
                    block.dispatched(),
                    OptionalDouble.of(strikes[b]),
                    zone(block)));
        }
        DispatchProblem network = market.network();
        return new DispatchProblem(network.mode(), network.zones(), network.nodes(), network.flowgates(), units);
    }

    private double effectiveStrike(LevelBlock block, double[] prices) {
        return Math.min(block.strike(), spot(block, prices));
    }

    private double spot(LevelBlock block, double[] prices) {
        return prices[zone(block)];
    }

    private int zone(LevelBlock block) {
        return market.zone(market.offers().get(block.offer()));
    }

    /** The prices of a region's corner, without the coordinate that a single zone does not have. */
    double[] spots(double[] corner) {
        return Arrays.copyOf(corner, market.network().zones().size());
    }
}
