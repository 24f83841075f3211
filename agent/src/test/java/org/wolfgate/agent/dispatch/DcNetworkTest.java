package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** PTDFs from reactances. */
class DcNetworkTest {

    @Test
    void theThreeNodeRingOfThePaperSharesTwoToOne() {
        DcNetwork ring = new DcNetwork(3, List.of(new Line(0, 1, 1), new Line(1, 2, 1), new Line(0, 2, 1)));
        double atThree = ring.ptdf(2).get(0) - ring.ptdf(2).get(2);
        assertEquals(2 / 3.0, atThree, 1e-12, "f13 for 1 MW from node 1 to node 3");
        assertEquals(1 / 3.0, ring.ptdf(2).get(1) - ring.ptdf(2).get(2), 1e-12, "f13 for 1 MW from node 2 to node 3");
        assertEquals(-1 / 3.0, ring.ptdf(0).get(1) - ring.ptdf(0).get(2), 1e-12, "f12 for 1 MW from node 2 to node 3");
    }

    @Test
    void theFourNodeRingWithAChordHasThePublishedFactors() {
        DcNetwork network = new DcNetwork(
                4,
                List.of(new Line(0, 1, 1), new Line(1, 2, 1), new Line(2, 3, 1), new Line(3, 0, 1), new Line(1, 3, 1)));
        Doubles toFour = network.ptdf(2);
        for (int i = 0; i < 3; i++) {
            assertEquals(new double[] {1 / 8.0, 1 / 4.0, 5 / 8.0}[i], toFour.get(i) - toFour.get(3), 1e-12);
        }
    }

    @Test
    void parallelLinesShareByTheirSusceptance() {
        DcNetwork twin = new DcNetwork(2, List.of(new Line(0, 1, 1), new Line(0, 1, 3)));
        assertEquals(-0.75, twin.ptdf(0).get(1), 1e-12);
        assertEquals(-0.25, twin.ptdf(1).get(1), 1e-12);
    }

    @Test
    void anIslandIsRefusedByItsNode() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DcNetwork(4, List.of(new Line(0, 1, 1), new Line(2, 3, 1))))
                .getMessage());
        assertTrue(message.startsWith("nodes.zone[2]: no line connects"), message);
    }

    @Test
    void aLineWithoutReactanceIsRefusedByItsIndex() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DcNetwork(2, List.of(new Line(0, 1, 1), new Line(0, 1, 0))))
                .getMessage());
        assertTrue(message.startsWith("lines.reactance[1] is 0.0"), message);
    }

    @Test
    void reactancesThatCancelAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new DcNetwork(2, List.of(new Line(0, 1, 1), new Line(0, 1, -1))));
    }
}
