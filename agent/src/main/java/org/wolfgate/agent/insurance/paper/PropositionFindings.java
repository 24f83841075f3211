package org.wolfgate.agent.insurance.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Dispatcher;
import org.wolfgate.agent.dispatch.TransactionUnit;
import org.wolfgate.agent.insurance.LinearSupply;

/** Propositions 1 and 2 of the paper, tried on cases drawn at random from a fixed seed. */
final class PropositionFindings {

    private static final int PRICES = 40;
    private static final int UNITS = 2000;

    /** Units per node in the trial of Proposition 1, each of one cost, so welfare is met but for their size. */
    private static final int STEPS = 400;

    private PropositionFindings() {}

    static List<Finding> all() {
        return List.of(propositionOne(), propositionTwo());
    }

    /** Units insured at their cost: the dispatch of least compensation must be the welfare optimum. */
    private static Finding propositionOne() {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < PRICES; i++) {
            double s4 = 32 + 8 * random.nextDouble();
            double s2 = 28 + 4 * random.nextDouble();
            double best = FourNodeExample.welfare(s4, s2, FourNodeExample.firstBest(s4, s2));
            worst = Math.max(worst, Math.abs(1 - insuredAtCost(s4, s2) / best));
        }
        return Finding.agrees(
                        "Proposition 1",
                        "least compensation is first best",
                        "largest difference %.1e over %d prices".formatted(worst, PRICES),
                        worst < 1e-4)
                .because(
                        "units may not be ordered to run at a loss, a bound that (2) and (4) leave out; Q_m in (4) is the net"
                                + " withdrawal of a zone");
    }

    private static double insuredAtCost(double s4, double s2) {
        DispatchProblem network = FourNodeExample.network(false);
        List<TransactionUnit> units = new ArrayList<>();
        addUnits(units, 0, FourNodeExample.SUPPLY1);
        addUnits(units, 2, FourNodeExample.SUPPLY3);
        Dispatch dispatch = Dispatcher.solve(
                new DispatchProblem(network.mode(), network.zones(), network.nodes(), network.flowgates(), units)
                        .withSpots(s4, s2));
        double welfare =
                s4 * dispatch.withdrawals().get(0) + s2 * dispatch.withdrawals().get(1);
        for (int u = 0; u < units.size(); u++) {
            welfare -= units.get(u).strike().orElseThrow() * dispatch.grants().get(u);
        }
        return welfare;
    }

    private static void addUnits(List<TransactionUnit> units, int node, LinearSupply supply) {
        double size = supply.upTo(40) / STEPS;
        for (int step = 0; step < STEPS; step++) {
            units.add(TransactionUnit.insured(node, size, supply.marginalCost((step + 0.5) * size)));
        }
    }

    /** U(c) = E[1{access} (min(S,c) - v)] for any access set in which S is at least v. */
    private static Finding propositionTwo() {
        Random random = new Random(2);
        int against = 0;
        for (int i = 0; i < UNITS; i++) {
            double cost = 20 + 40 * random.nextDouble();
            double lower = cost - 10 * random.nextDouble();
            double higher = cost + 10 * random.nextDouble();
            double below = 0;
            double above = 0;
            for (int scenario = 0; scenario < 10; scenario++) {
                double spot = 20 + 40 * random.nextDouble();
                if (spot >= cost && random.nextBoolean()) {
                    below += Math.min(spot, lower) - cost;
                    above += Math.min(spot, higher) - cost;
                }
            }
            against += below > 0 || above < 0 ? 1 : 0;
        }
        return Finding.agrees(
                "Proposition 2",
                "no unit insures below its cost",
                "%d of %d random units against it".formatted(against, UNITS),
                against == 0);
    }
}
