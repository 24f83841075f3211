package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a dispatch does in situations an operator would ask about. */
class DispatchTest {

    private static final List<Node> TWO_NODES = List.of(new Node("a", 0), new Node("b", 0), new Node("hub", 0));

    private static DispatchProblem single(List<Flowgate> gates, TransactionUnit... units) {
        return new DispatchProblem(Mode.SINGLE, List.of(Zone.of(40, 2)), TWO_NODES, gates, List.of(units));
    }

    private static DispatchProblem twoZones(Zone first, Zone second, List<Flowgate> gates) {
        return new DispatchProblem(
                Mode.HUB,
                List.of(first, second),
                List.of(new Node("a", 0), new Node("b", 1)),
                gates,
                List.of(TransactionUnit.insured(0, 10, 5)));
    }

    private static double[] grants(DispatchProblem problem) {
        return Dispatcher.solve(problem).grants().toArray();
    }

    @Test
    void oneGateIsSolvedByOneLongStepInOrderOfValuePerFlow() {
        DispatchProblem problem = single(
                List.of(Flowgate.of(20, 0.8, 0.2, 0)),
                TransactionUnit.insured(0, 30, 10),
                TransactionUnit.insured(1, 60, 25),
                TransactionUnit.insured(1, 30, 35));
        DispatchSolver solver = DispatchSolver.of(problem);
        assertArrayEquals(new double[] {10, 60, 0}, solver.solve().grants().toArray(), 1e-9);
        assertEquals(1, solver.iterations());
    }

    @Test
    void theReferenceOfThePtdfRowsDoesNotMatter() {
        TransactionUnit[] units = {TransactionUnit.insured(0, 30, 10), TransactionUnit.insured(1, 60, 25)};
        double[] expected = grants(single(List.of(Flowgate.of(20, 0.8, 0.2, 0)), units));
        assertArrayEquals(expected, grants(single(List.of(Flowgate.of(20, 1.3, 0.7, 0.5)), units)), 1e-9);
    }

    @Test
    void aGateListedTwiceChangesNothing() {
        Flowgate gate = Flowgate.of(20, 0.8, 0.2, 0);
        TransactionUnit[] units = {TransactionUnit.insured(0, 30, 10), TransactionUnit.insured(1, 60, 25)};
        assertArrayEquals(grants(single(List.of(gate), units)), grants(single(List.of(gate, gate, gate), units)), 1e-9);
    }

    @Test
    void equalStrikesBehindTheSameInterfaceShareProRata() {
        DispatchProblem problem = single(
                List.of(Flowgate.of(30, 1, 1, 0)),
                TransactionUnit.insured(0, 20, 30),
                TransactionUnit.insured(1, 40, 30));
        assertArrayEquals(new double[] {10, 20}, grants(problem), 1e-9);
    }

    @Test
    void negativePricesAndStrikesAreOrdinary() {
        DispatchProblem problem = new DispatchProblem(
                Mode.SINGLE,
                List.of(Zone.of(-5, 2)),
                TWO_NODES,
                List.of(Flowgate.of(10, 1, 1, 0)),
                List.of(TransactionUnit.insured(0, 10, -20), TransactionUnit.insured(1, 10, -7)));
        Dispatch dispatch = Dispatcher.solve(problem);
        assertArrayEquals(new double[] {10, 0}, dispatch.grants().toArray(), 1e-9);
        assertEquals(20, dispatch.compensation(), 1e-9);
    }

    @Test
    void aStrikeThatRoundingHasMovedOffItsTickStillTies() {
        DispatchProblem problem = new DispatchProblem(
                Mode.SINGLE,
                List.of(Zone.of(0.3, 2)),
                TWO_NODES,
                List.of(Flowgate.of(10, 1, 1, 0)),
                List.of(TransactionUnit.insured(0, 10, 0.1 + 0.2), TransactionUnit.insured(1, 10, 0.3)));
        assertArrayEquals(new double[] {5, 5}, grants(problem), 1e-9);
    }

    @Test
    void baseFlowOverTheLimitIsReportedAndCertified() {
        DispatchProblem problem =
                single(List.of(new Flowgate(Doubles.of(1, 0, 0), 33, 30, 30)), TransactionUnit.insured(0, 10, 20));
        Dispatch dispatch = Dispatcher.solve(problem);
        assertEquals(3, dispatch.overload(), 1e-9);
        assertEquals(0, dispatch.granted(), 1e-9);
        assertTrue(dispatch.certificate().holds());
    }

    @Test
    void withoutCongestionTheTotalIsWithdrawnAtTheDearestHub() {
        Dispatch dispatch = Dispatcher.solve(twoZones(Zone.of(30, 0), Zone.of(50, 1), List.of()));
        assertArrayEquals(new double[] {0, 10}, dispatch.withdrawals().toArray(), 1e-9);
        assertEquals(200, dispatch.rent(), 1e-9);
    }

    @Test
    void freeHubsTradeUpToTheGateAndNoFurther() {
        List<Flowgate> gates = List.of(Flowgate.of(25, 1, 0));
        Dispatch dispatch = Dispatcher.solve(
                twoZones(Zone.of(30, 0).withFreeHub(), Zone.of(50, 1).withFreeHub(), gates));
        assertArrayEquals(new double[] {-15, 25}, dispatch.withdrawals().toArray(), 1e-9);
    }

    @Test
    void freeHubsWithoutAGateBetweenThemAreRefused() {
        DispatchProblem problem =
                twoZones(Zone.of(30, 0).withFreeHub(), Zone.of(50, 1).withFreeHub(), List.of());
        String message = String.valueOf(assertThrows(DispatchFailure.class, () -> Dispatcher.solve(problem))
                .getMessage());
        assertTrue(message.contains("no flowgate limits the trade"), message);
    }

    @Test
    void withdrawalsThatCannotBalanceAreRefused() {
        Zone thirsty = new Zone(30, Hub.at(0), 11, 20);
        DispatchProblem problem = twoZones(thirsty, Zone.of(50, 1), List.of());
        String message = String.valueOf(assertThrows(DispatchFailure.class, () -> Dispatcher.solve(problem))
                .getMessage());
        assertTrue(message.contains("zones.w_min sum to 11.0 MW"), message);
    }

    @Test
    void nothingToDispatchIsADispatch() {
        Dispatch dispatch = Dispatcher.solve(new DispatchProblem(
                Mode.HUB, List.of(Zone.of(30, 0)), List.of(new Node("a", 0)), List.of(), List.of()));
        assertEquals(0, dispatch.objective());
        assertEquals(List.of(), dispatch.orders());
    }

    @Test
    void aForgedDispatchFailsItsCertificate() {
        DispatchProblem problem = single(
                List.of(Flowgate.of(20, 1, 1, 0)),
                TransactionUnit.insured(0, 20, 10),
                TransactionUnit.insured(1, 20, 20));
        Doubles mu = Dispatcher.solve(problem).flowgatePrices();
        Doubles none = Doubles.of(0);
        assertTrue(Certifier.certify(problem, Doubles.of(20, 0), Doubles.of(20), mu, none)
                .holds());
        assertTrue(!Certifier.certify(problem, Doubles.of(0, 20), Doubles.of(20), mu, none)
                .holds());
        assertTrue(!Certifier.certify(problem, Doubles.of(20, 1), Doubles.of(21), mu, none)
                .holds());
        assertTrue(!Certifier.certify(problem, Doubles.of(20, 0), Doubles.of(20), Doubles.of(5), none)
                .holds());
        assertTrue(!Certifier.certify(problem, Doubles.of(Double.NaN, 0), Doubles.of(20), mu, none)
                .holds());
    }

    @Test
    void anOrderNamesTheStrikeOfItsMarginalBlockAndTheShare() {
        DispatchProblem problem = single(
                List.of(Flowgate.of(30, 1, 1, 0)),
                TransactionUnit.insured(0, 10, 20),
                TransactionUnit.insured(0, 40, 30),
                TransactionUnit.uninsured(0, 5));
        NodeOrder order = Dispatcher.solve(problem).orders().get(0);
        assertEquals(OptionalDouble.of(30), order.strike());
        assertEquals(0.5, order.share(), 1e-9);
        assertEquals(30, order.cap(), 1e-9);
    }
}
