package org.wolfgate.agent.insurance.paper;

import java.util.List;
import org.wolfgate.agent.dispatch.DispatchProblem;
import org.wolfgate.agent.dispatch.Flowgate;
import org.wolfgate.agent.dispatch.Mode;
import org.wolfgate.agent.dispatch.Node;
import org.wolfgate.agent.dispatch.Zone;
import org.wolfgate.agent.insurance.LevelMarket;
import org.wolfgate.agent.insurance.LevelOffer;
import org.wolfgate.agent.insurance.LinearSupply;
import org.wolfgate.agent.insurance.PricePolygon;
import org.wolfgate.agent.insurance.StrikeAboveSpot;
import org.wolfgate.agent.insurance.UniformPrice;

/**
 * The paper's section 3.2: zone 1 is nodes 1 and 4 with its hub at 4 and price S4 ~ U(32, 40), zone 2 is nodes 2 and 3
 * with its hub at 2 and price S2 ~ U(28, 32); supply at nodes 1 and 3; line 3-4 carries 80 MW. Of all ways to connect the
 * nodes by equal lines only the ring 1-2-3-4-1 with the chord 2-4 gives the published welfare optimum.
 */
final class FourNodeExample {

    static final UniformPrice SPOT4 = new UniformPrice(32, 40);
    static final UniformPrice SPOT2 = new UniformPrice(28, 32);

    static final LinearSupply SUPPLY1 = new LinearSupply(12, 1 / 24.0);
    static final LinearSupply SUPPLY3 = new LinearSupply(8, 1 / 15.0);

    private static final int NODE1 = 0;
    private static final int NODE2 = 1;
    private static final int NODE3 = 2;
    private static final int NODE4 = 3;

    /** Loading of line 3-4 by nodes 1 to 4, with the reference at node 4. */
    private static final Flowgate LINE_34 = Flowgate.of(80, 1 / 8.0, 1 / 4.0, 5 / 8.0, 0);

    private FourNodeExample() {}

    /** MW injected at 1 and 3 and withdrawn at 2 and 4. */
    record Quantities(double q1, double q2, double q3, double q4) {}

    /** Levels at node 1 and node 3 under the paper's treatment: strikes above the spot price run uncompensated. */
    static LevelMarket market(List<Double> levels1, List<Double> levels3) {
        return market(levels1, levels3, StrikeAboveSpot.RUNS_UNCOMPENSATED, false);
    }

    static LevelMarket market(List<Double> levels1, List<Double> levels3, StrikeAboveSpot aboveSpot, boolean freeHubs) {
        return new LevelMarket(
                network(freeHubs),
                List.of(new LevelOffer(NODE1, SUPPLY1, levels1), new LevelOffer(NODE3, SUPPLY3, levels3)),
                List.of(PricePolygon.of(SPOT4, SPOT2)),
                aboveSpot);
    }

    static DispatchProblem network(boolean freeHubs) {
        List<Zone> zones = List.of(Zone.of(SPOT4.mean(), NODE4), Zone.of(SPOT2.mean(), NODE2));
        return new DispatchProblem(
                Mode.HUB,
                freeHubs ? zones.stream().map(Zone::withFreeHub).toList() : zones,
                List.of(new Node("1", 0), new Node("2", 1), new Node("3", 1), new Node("4", 0)),
                List.of(LINE_34),
                List.of());
    }

    /**
     * The welfare optimum: both hubs withdraw, so the line's price mu makes both prices equal to the common one, and each
     * node runs up to lambda - mu A_i. Holds at all prices of the example.
     */
    static Quantities firstBest(double s4, double s2) {
        double mu = (s4 - s2) / LINE_34.ptdf().get(NODE2);
        double q1 = (s4 - mu * LINE_34.ptdf().get(NODE1) - SUPPLY1.intercept()) / SUPPLY1.slope();
        double q3 = (s4 - mu * LINE_34.ptdf().get(NODE3) - SUPPLY3.intercept()) / SUPPLY3.slope();
        double flow = LINE_34.ptdf().get(NODE1) * q1 + LINE_34.ptdf().get(NODE3) * q3;
        double q2 = (flow - LINE_34.forwardLimit()) / LINE_34.ptdf().get(NODE2);
        return new Quantities(q1, q2, q3, q1 + q3 - q2);
    }

    /** Welfare per hour. */
    static double welfare(double s4, double s2, Quantities q) {
        return s4 * q.q4() + s2 * q.q2() - SUPPLY1.cost(q.q1()) - SUPPLY3.cost(q.q3());
    }
}
