package org.wolfgate.agent.insurance.paper;

import java.util.List;
import org.wolfgate.agent.insurance.LinearSupply;
import org.wolfgate.agent.insurance.TwoNodeMarket;
import org.wolfgate.agent.insurance.TwoNodeMarket.Gate;
import org.wolfgate.agent.insurance.UniformPrice;

/** The paper's section 3.1: nodes 1 and 2 sell at node 3, three equal lines, S ~ U(32, 52). */
final class ThreeNodeExample {

    static final UniformPrice SPOT = new UniformPrice(32, 52);

    private static final Gate LINE_12 = new Gate("line 1-2", 1 / 3.0, -1 / 3.0, 136);
    private static final Gate LINE_13 = new Gate("line 1-3", 2 / 3.0, 1 / 3.0, 300);
    private static final Gate LINE_23 = new Gate("line 2-3", 1 / 3.0, 2 / 3.0, 254);

    private ThreeNodeExample() {}

    /** The base case, the middle column of Table 1: v1 = 10 + 0.05 q1, v2 = 20 + 0.1 q2. */
    static TwoNodeMarket base() {
        return withIntercepts(10, 20);
    }

    /** A column of Table 1. */
    static TwoNodeMarket withIntercepts(double first, double second) {
        return new TwoNodeMarket(
                new LinearSupply(first, 0.05), new LinearSupply(second, 0.1), LINE_13, List.of(LINE_12, LINE_23), SPOT);
    }
}
