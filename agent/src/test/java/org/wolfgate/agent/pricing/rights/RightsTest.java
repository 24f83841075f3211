package org.wolfgate.agent.pricing.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.pricing.rights.RightsVerdict.Covered;
import org.wolfgate.agent.pricing.rights.RightsVerdict.StaleFactors;
import org.wolfgate.agent.pricing.rights.RightsVerdict.Uncovered;
import org.wolfgate.drivers.ActivePower;

class RightsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = NOON.plusSeconds(7200);
    private static final TransferFactors FACTORS =
            new TransferFactors("intact", NOON, TWO, Map.of("G1", pair("0.40", "-0.10"), "G2", pair("-0.20", "0.30")));

    @Test
    void aScheduleNeedsRightsOnTheGateItLoadsAndNoneForCounterFlow() {
        RightsLedger ledger = RightsLedger.EMPTY.with(right("30 MW", NOON, TWO));
        Covered covered = assertInstanceOf(Covered.class, transfer("50 MW", TWO).check(ledger, FACTORS));
        assertEquals(ActivePower.parse("25 MW"), covered.gates().get(0).need().required());
        assertEquals(ActivePower.ZERO, covered.gates().get(1).need().required());
    }

    @Test
    void aRightThatEndsHalfwayCoversNothingAfterIt() {
        RightsLedger ledger = RightsLedger.EMPTY.with(right("30 MW", NOON, ONE));
        Uncovered verdict =
                assertInstanceOf(Uncovered.class, transfer("50 MW", TWO).check(ledger, FACTORS));
        assertEquals(List.of("FLOWGATE_RIGHTS_SHORT:G1"), verdict.flags());
        assertEquals(ActivePower.parse("25 MW"), verdict.gates().get(0).shortfall());
    }

    @Test
    void anAcceptedScheduleUsesUpWhatTheNextOneWouldNeed() {
        RightsLedger ledger = RightsLedger.EMPTY.with(right("30 MW", NOON, TWO));
        RightsLedger after = transfer("50 MW", ONE).debit(ledger, FACTORS);
        assertEquals(ActivePower.parse("5 MW"), after.held("G1", "north", NOON, ONE));
        assertEquals(ActivePower.parse("30 MW"), after.held("G1", "north", ONE, TWO));
        assertEquals(ActivePower.ZERO, after.held("G1", "south", NOON, ONE));
    }

    @Test
    void factorsOfAnotherTimeAreRefused() {
        RightsVerdict verdict = transfer("50 MW", TWO.plusSeconds(1)).check(RightsLedger.EMPTY, FACTORS);
        assertInstanceOf(StaleFactors.class, verdict);
    }

    private static ScheduledTransfer transfer(String power, Instant until) {
        return new ScheduledTransfer("S1", "north", NOON, until, ActivePower.parse(power));
    }

    private static RightEntry right(String power, Instant from, Instant until) {
        return new RightEntry("G1", "north", from, until, ActivePower.parse(power), "T1");
    }

    private static TransferFactors.Pair pair(String source, String sink) {
        return new TransferFactors.Pair(new BigDecimal(source), new BigDecimal(sink));
    }
}
