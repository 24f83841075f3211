package org.wolfgate.agent.insurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.DispatchSolver;
import org.wolfgate.agent.dispatch.TransactionUnit;

/** The ISO's dispatch of insured blocks at the prices of one cell, in which no price crosses a strike. */
final class CellDispatch {

    private final LevelMarket market;
    private final List<LevelBlock> blocks;
    private final PriceRegion cell;
    private final boolean[] inTheMoney;
    private final DispatchSolver solver;

    CellDispatch(LevelMarket market, List<LevelBlock> blocks, PriceRegion cell) {
        this.market = market;
        this.blocks = blocks;
        this.cell = cell;
        this.inTheMoney = new boolean[blocks.size()];
        for (int b = 0; b < inTheMoney.length; b++) {
            inTheMoney[b] = blocks.get(b).strike() <= cell.mean(zone(blocks.get(b)));
        }
        this.solver = DispatchSolver.of(problem());
    }

    /** The forecast of a market, cut where a price crosses a strike. */
    static List<PriceRegion> cells(LevelMarket market, List<LevelBlock> blocks) {
        List<PriceRegion> cells = market.forecast();
        for (LevelBlock block : blocks) {
            int zone = market.zone(market.offers().get(block.offer()));
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

    /** The dispatch at these prices of the cell; a coordinate beyond the last zone is ignored. */
    PricedDispatch at(double[] prices) {
        return PricedDispatch.of(
                cell,
                solver.solve(Arrays.copyOf(prices, market.network().zones().size())));
    }

    /** What the ISO maximises, sum of S_m w_m less the effective strikes of what runs: affine in the prices of the cell. */
    double value(double[] prices, PricedDispatch dispatch) {
        double value = 0;
        for (int m = 0; m < market.network().zones().size(); m++) {
            value += prices[m] * dispatch.withdrawals().get(m);
        }
        for (int b = 0; b < blocks.size(); b++) {
            double effective = inTheMoney[b] ? blocks.get(b).strike() : prices[zone(blocks.get(b))];
            value -= effective * dispatch.grants().get(b);
        }
        return value;
    }

    private DispatchProblem problem() {
        List<TransactionUnit> units = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            units.add(unit(blocks.get(b), inTheMoney[b]));
        }
        DispatchProblem network = market.network();
        return new DispatchProblem(network.mode(), network.zones(), network.nodes(), network.flowgates(), units);
    }

    /** Out of the money a unit either does not run at all or counts as uninsured. */
    private TransactionUnit unit(LevelBlock block, boolean insured) {
        boolean runs = insured || market.aboveSpot() == StrikeAboveSpot.RUNS_UNCOMPENSATED;
        return new TransactionUnit(
                block.offer() + "/" + block.level(),
                market.offers().get(block.offer()).node(),
                runs ? block.dispatched() : 0,
                insured ? OptionalDouble.of(block.strike()) : OptionalDouble.empty(),
                zone(block));
    }

    private int zone(LevelBlock block) {
        return market.zone(market.offers().get(block.offer()));
    }
}
