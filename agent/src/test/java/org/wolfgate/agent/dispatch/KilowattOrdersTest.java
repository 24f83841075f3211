package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders as they are sent: whole kW that keep the flowgates. */
class KilowattOrdersTest {

    private static final double KILOWATT_PER_NODE = 0.001;

    @Test
    void aCounterflowRoundedDownTakesTheOtherNodeDownWithIt() {
        DispatchProblem problem = new DispatchProblem(
                Mode.SINGLE,
                List.of(Zone.of(40, 2)),
                List.of(new Node("a", 0), new Node("b", 0), new Node("hub", 0)),
                List.of(Flowgate.of(10, 0.5, -0.5, 0), Flowgate.of(7.0007, 0, 1, 0)),
                List.of(TransactionUnit.insured(0, 50, 10), TransactionUnit.insured(1, 15, 20)));
        List<KilowattOrder> orders =
                KilowattOrders.of(problem, Dispatcher.solve(problem)).orders();
        assertEquals(7_000_000, orders.get(1).terms().cap().watts());
        assertEquals(27_000_000, orders.get(0).terms().cap().watts(), "27.0007 MW would need 7.0007 MW of counterflow");
    }

    @Test
    void aNodeThatRunsInFullKeepsItsLastWatts() {
        DispatchProblem problem = new DispatchProblem(
                Mode.SINGLE,
                List.of(Zone.of(40, 0)),
                List.of(new Node("a", 0)),
                List.of(),
                List.of(TransactionUnit.insured(0, 4.0004, 10)));
        OrderTerms terms = KilowattOrders.of(problem, Dispatcher.solve(problem))
                .orders()
                .get(0)
                .terms();
        assertEquals(4_001_000, terms.cap().watts());
        assertEquals("1", terms.marginal().orElseThrow().share().toPlainString());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void roundedCapsKeepEveryFlowgate(Mode mode) {
        int kept = 0;
        for (long seed = 1; seed <= 300; seed++) {
            DispatchProblem problem = new RandomProblems(seed).next(mode, 1);
            Dispatch dispatch = Dispatcher.solve(problem);
            RoundedOrders rounded = KilowattOrders.of(problem, dispatch);
            List<KilowattOrder> orders = rounded.orders();
            kept += rounded.excess() == 0 ? 1 : 0;
            assertTrue(rounded.excess() < 0.01, "seed " + seed);
            double loss = 0;
            for (int j = 0; j < orders.size(); j++) {
                double cap = orders.get(j).terms().cap().megawatts().doubleValue();
                loss = Math.max(loss, dispatch.orders().get(j).cap() - cap);
            }
            assertTrue(loss <= 100 * KILOWATT_PER_NODE, "a cap lost " + loss + " MW, seed " + seed);
            if (mode != Mode.HUB) {
                assertKept(problem, dispatch, orders, rounded.excess(), seed);
            }
        }
        assertTrue(kept > 270, "whole kW keep the gates of all but a few contrived markets: " + kept);
    }

    private static void assertKept(
            DispatchProblem problem, Dispatch dispatch, List<KilowattOrder> orders, double excess, long seed) {
        for (Flowgate gate : problem.flowgates()) {
            double before = gate.baseFlow();
            double after = gate.baseFlow();
            for (int j = 0; j < orders.size(); j++) {
                KilowattOrder order = orders.get(j);
                int sink = order.destination().orElse(0);
                double loading = gate.ptdf().get(order.node())
                        - problem.zones().get(sink).hub().loading(gate.ptdf());
                double exact = dispatch.orders().get(j).cap();
                before += loading * exact;
                after += loading * served(problem, order);
            }
            double room = 1e-6 + excess;
            assertTrue(after <= Math.max(before, gate.forwardLimit()) + room, "forward, seed " + seed);
            assertTrue(after >= Math.min(before, -gate.reverseLimit()) - room, "reverse, seed " + seed);
        }
    }

    /** MW that run under an order: no more than its cap, no more than is in the money. */
    private static double served(DispatchProblem problem, KilowattOrder order) {
        double spot =
                problem.zones().get(problem.nodes().get(order.node()).zone()).spot();
        double inTheMoney = problem.units().stream()
                .filter(unit -> unit.node() == order.node()
                        && order.destination().orElse(unit.destination()) == unit.destination()
                        && unit.strike().orElse(spot) <= spot)
                .mapToDouble(TransactionUnit::megawatts)
                .sum();
        return Math.min(inTheMoney, order.terms().cap().megawatts().doubleValue());
    }
}
