package org.wolfgate.agent.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A malformed problem is refused in one line with its field and index. */
class DispatchProblemTest {

    private static final Zone ZONE = Zone.of(40, 0);
    private static final Node NODE = new Node("a", 0);
    private static final Flowgate GATE = Flowgate.of(10, 1);
    private static final TransactionUnit UNIT = TransactionUnit.insured(0, 5, 30);

    private static String refusal(Zone zone, Node node, Flowgate gate, TransactionUnit unit) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DispatchProblem(
                                Mode.FIRM, List.of(ZONE, zone), List.of(node), List.of(gate), List.of(UNIT, unit)))
                .getMessage());
    }

    @Test
    void negativePowerIsRefused() {
        assertEquals(
                "units.mw[1] is -1.0: give zero or more MW",
                refusal(ZONE, NODE, GATE, TransactionUnit.insured(0, -1, 30)));
    }

    @Test
    void aStrikeThatIsNoNumberIsRefused() {
        assertEquals(
                "units.strike[1] is NaN: give a finite number",
                refusal(ZONE, NODE, GATE, TransactionUnit.insured(0, 1, Double.NaN)));
    }

    @Test
    void anUnknownNodeIsRefused() {
        assertEquals(
                "units.node[1] is node 1, unknown: there are 1, counted from 0",
                refusal(ZONE, NODE, GATE, TransactionUnit.insured(1, 1, 30)));
    }

    @Test
    void anUnknownZoneIsRefused() {
        assertEquals(
                "nodes.zone[0] is zone 2, unknown: there are 2, counted from 0",
                refusal(ZONE, new Node("a", 2), GATE, UNIT));
    }

    @Test
    void limitsThatCrossAreRefused() {
        assertEquals(
                "flowgates.limit_rev[0] is 3.0 and crosses flowgates.limit_fwd[0], -5.0: no flow can be within both",
                refusal(ZONE, NODE, new Flowgate(Doubles.of(1), 0, -5, 3), UNIT));
    }

    @Test
    void aPtdfRowThatIsTooShortIsRefused() {
        assertEquals("ptdf[0] has 0 entries, needs 1 (one per node)", refusal(ZONE, NODE, Flowgate.of(10), UNIT));
    }

    @Test
    void hubWeightsThatDoNotAddUpAreRefused() {
        Zone lopsided = new Zone(40, new Hub(List.of(new Hub.Member(0, 0.9))), 0, 1);
        assertEquals("zones.hub[1] has weights that sum to 0.9, not to 1", refusal(lopsided, NODE, GATE, UNIT));
    }

    @Test
    void withdrawalBoundsThatCrossAreRefused() {
        Zone crossed = new Zone(40, Hub.at(0), 5, 4);
        assertEquals("zones.w_min[1] is 5.0, above zones.w_max[1], 4.0", refusal(crossed, NODE, GATE, UNIT));
    }

    @Test
    void modeSingleHasOneZone() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new DispatchProblem(
                                Mode.SINGLE, List.of(ZONE, ZONE), List.of(NODE), List.of(), List.of()))
                .getMessage());
        assertEquals(
                "zones.spot has 2 entries, but mode single balances at one hub: use hub or firm for several zones",
                message);
    }
}
