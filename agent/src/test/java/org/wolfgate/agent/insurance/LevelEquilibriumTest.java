package org.wolfgate.agent.insurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.DispatchSolver;
import org.wolfgate.agent.dispatch.Doubles;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.Node;
import org.wolfgate.agent.dispatch.TransactionUnit;
import org.wolfgate.agent.dispatch.Zone;

class LevelEquilibriumTest {

    private static final LinearSupply SUPPLY1 = new LinearSupply(12, 1 / 24.0);
    private static final LinearSupply SUPPLY3 = new LinearSupply(8, 1 / 15.0);

    /** The network of the paper's section 3.2, nodes 1 to 4 counted from 0. */
    private static LevelMarket fourNodes(List<Double> levels1, List<Double> levels3) {
        DispatchProblem network = new DispatchProblem(
                Mode.HUB,
                List.of(Zone.of(36, 3), Zone.of(30, 1)),
                List.of(new Node("1", 0), new Node("2", 1), new Node("3", 1), new Node("4", 0)),
                List.of(Flowgate.of(80, 1 / 8.0, 1 / 4.0, 5 / 8.0, 0)),
                List.of());
        return new LevelMarket(
                network,
                List.of(new LevelOffer(0, SUPPLY1, levels1), new LevelOffer(2, SUPPLY3, levels3)),
                List.of(PricePolygon.of(new UniformPrice(32, 40), new UniformPrice(28, 32))),
                StrikeAboveSpot.STANDS_DOWN);
    }

    private static LevelMarket twoLevels() {
        return fourNodes(List.of(30.0, 31.5), List.of(21.0, 27.0));
    }

    @Test
    void threeStartingPointsEndInTheSameEquilibrium() {
        List<List<List<Double>>> starts = List.of(
                List.of(List.of(30.0, 31.5), List.of(21.0, 27.0)),
                List.of(List.of(13.0, 31.5), List.of(9.0, 27.0)),
                List.of(List.of(22.0, 25.0), List.of(15.0, 16.0)));
        for (List<List<Double>> start : starts) {
            LevelScheme settled = LevelEquilibrium.from(twoLevels(), start);
            assertEquals(19.7859, settled.thresholds().get(0).get(0), 5e-5);
            assertEquals(19.7540, settled.thresholds().get(1).get(0), 5e-5);
            assertEquals(8072.910, settled.expectedWelfare(Rationing.PRO_RATA), 5e-4);
        }
    }

    @Test
    void inEquilibriumNoUnitGainsByAnotherLevel() {
        assertNobodyGains(LevelEquilibrium.of(twoLevels()));
    }

    /** Tries every unit of a fine grid of costs with every level and with none. */
    private static void assertNobodyGains(LevelScheme settled) {
        int first = 0;
        for (int o = 0; o < settled.market().offers().size(); o++) {
            LevelOffer offer = settled.market().offers().get(o);
            int start = first;
            for (int unit = 1; unit <= 200; unit++) {
                double top = offer.strikes().get(offer.strikes().size() - 1);
                double cost = offer.supply().intercept()
                        + unit * (top - offer.supply().intercept()) / 200;
                int bought = 0;
                while (bought < offer.strikes().size() - 1
                        && cost > settled.thresholds().get(o).get(bought)) {
                    bought++;
                }
                double earned = settled.benefit(start + bought, cost);
                assertTrue(earned >= -1e-7, "cost " + cost + " loses");
                for (int k = 0; k < offer.strikes().size(); k++) {
                    double other = settled.benefit(start + k, cost);
                    assertTrue(other <= earned + 1e-7, "cost " + cost + " gains by level " + k);
                }
            }
            first += offer.strikes().size();
        }
    }

    @RepeatedTest(20)
    void randomNetworksAndScenariosSettleWhereNoUnitGains(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        LevelMarket market = random(random);
        LevelScheme settled = LevelEquilibrium.of(market);
        assertNobodyGains(settled);
        double access = 0;
        for (int b = 0; b < settled.blocks().size(); b++) {
            boolean sameNode = settled.blocks().get(b).level() > 0;
            assertTrue(!sameNode || settled.access(b) <= access + 1e-9, "access rises with the strike");
            access = settled.access(b);
        }
    }

    private static LevelMarket random(Random random) {
        int nodes = 3 + random.nextInt(3);
        List<Node> names = new ArrayList<>();
        List<LevelOffer> offers = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            names.add(new Node("n" + i, 0));
            LinearSupply supply = new LinearSupply(5 + 10 * random.nextDouble(), 0.05 + 0.1 * random.nextDouble());
            double low = 17 + 4 * random.nextDouble();
            offers.add(new LevelOffer(i, supply, List.of(low, low + 2 + 4 * random.nextDouble())));
        }
        List<Flowgate> gates = new ArrayList<>();
        for (int l = 0; l < 2; l++) {
            double[] ptdf = random.doubles(nodes, 0.1, 0.9).toArray();
            gates.add(Flowgate.of(20 + 60 * random.nextDouble(), ptdf));
        }
        DispatchProblem network = new DispatchProblem(Mode.SINGLE, List.of(Zone.of(30, 0)), names, gates, List.of());
        return new LevelMarket(
                network, offers, List.of(PricePolygon.of(new UniformPrice(28, 45))), StrikeAboveSpot.STANDS_DOWN);
    }

    @Test
    void expectationsOverRegionsAgreeWithAFineGridOfPrices() {
        LevelScheme scheme = LevelScheme.lowestLevelAboveCost(twoLevels());
        List<TransactionUnit> units = new ArrayList<>();
        for (LevelBlock block : scheme.blocks()) {
            units.add(TransactionUnit.insured(block.offer() == 0 ? 0 : 2, block.megawatts(), block.strike()));
        }
        DispatchProblem network = twoLevels().network();
        DispatchSolver solver = DispatchSolver.of(
                new DispatchProblem(network.mode(), network.zones(), network.nodes(), network.flowgates(), units));
        int steps = 200;
        double[] access = new double[units.size()];
        for (int i = 0; i < steps * steps; i++) {
            double s4 = 32 + 8 * (i % steps + 0.5) / steps;
            double s2 = 28 + 4 * (Math.floorDiv(i, steps) + 0.5) / steps;
            Doubles grants = solver.solve(s4, s2).grants();
            for (int u = 0; u < access.length; u++) {
                access[u] += grants.get(u) / units.get(u).megawatts() / (steps * steps);
            }
        }
        for (int u = 0; u < access.length; u++) {
            assertEquals(access[u], scheme.access(u), 2e-3, "block " + u);
        }
    }

    @Test
    void scenariosDrawnFromTheBoxComeCloseToTheBox() {
        List<PriceRegion> scenarios = new ArrayList<>();
        int steps = 30;
        for (int i = 0; i < steps * steps; i++) {
            double s4 = 32 + 8 * (i % steps + 0.5) / steps;
            double s2 = 28 + 4 * (Math.floorDiv(i, steps) + 0.5) / steps;
            scenarios.add(new PriceScenario(List.of(s4, s2), 1.0 / (steps * steps)));
        }
        LevelMarket box = twoLevels();
        LevelMarket sampled = new LevelMarket(box.network(), box.offers(), scenarios, box.aboveSpot());
        LevelScheme scheme = LevelScheme.lowestLevelAboveCost(sampled);
        assertEquals(
                LevelScheme.lowestLevelAboveCost(box).expectedWelfare(Rationing.PRO_RATA),
                scheme.expectedWelfare(Rationing.PRO_RATA),
                5);
    }

    @Test
    void moreLevelsInEquilibriumNeverRunAUnitThatCostsMoreThanItsStrike() {
        LevelScheme settled = LevelEquilibrium.of(fourNodes(List.of(25.0, 28.0, 31.0), List.of(18.0, 22.0, 27.0)));
        assertNobodyGains(settled);
        for (int o = 0; o < 2; o++) {
            for (int k = 0; k < 3; k++) {
                double strike = settled.market().offers().get(o).strikes().get(k);
                assertTrue(settled.thresholds().get(o).get(k) <= strike + 1e-9);
            }
        }
    }

    @Test
    void aForecastThatDoesNotSumToOneIsRefused() {
        LevelMarket market = twoLevels();
        List<PriceRegion> half = List.of(new PriceScenario(List.of(36.0, 30.0), 0.5));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new LevelMarket(market.network(), market.offers(), half, StrikeAboveSpot.STANDS_DOWN));
        assertTrue(refusal.toString().contains("sum to 0.5"), refusal.toString());
    }
}
