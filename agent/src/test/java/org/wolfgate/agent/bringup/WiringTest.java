package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wolfgate.agent.Seeds;

/** The wiring faults that technicians meet, each recognised by what it shows and answered with what to do. */
class WiringTest {

    /** The share of its true power that each phase shows, and what that means. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        " 1,    1,    1,   CORRECT,                     ok",
        "-1,    1,    1,   ONE_REVERSED,                CT of L1 reversed",
        " 1,   -1,    1,   ONE_REVERSED,                CT of L2 reversed",
        " 1,    1,   -1,   ONE_REVERSED,                CT of L3 reversed",
        "-1,   -1,    1,   TWO_REVERSED,                CTs of L1 and L2 reversed",
        "-1,   -1,   -1,   ALL_REVERSED,                all three CTs reversed",
        " 1,   -0.5, -0.5, TWO_EXCHANGED,               CTs of L2 and L3 exchanged: total is near zero",
        "-0.5,  1,   -0.5, TWO_EXCHANGED,               CTs of L1 and L3 exchanged: total is near zero",
        "-0.5, -0.5, -0.5, ALL_ROTATED,                 all CTs on the next phase: total is minus half",
        " 0.5,  0.5,  0.5, ROTATED_AND_REVERSED,        all CTs on the next phase and reversed",
        " 1,    0.5,  0.5, TWO_EXCHANGED_AND_REVERSED,  CTs of L2 and L3 exchanged and both reversed",
        " 1,    0.1,  0.6, UNCLEAR,                     power factors fit no single fault"
    })
    void aFaultIsKnownByThePowerFactorsOfItsPhases(double l1, double l2, double l3, WiringPattern wanted, String said) {
        WiringPattern.Match match = WiringPattern.of(new double[] {l1, l2, l3});
        assertEquals(wanted, match.pattern());
        Finding finding = match.finding("figures");
        assertTrue(said.equals("ok") || finding.seen().startsWith(said), finding.seen());
        assertEquals(wanted == WiringPattern.CORRECT, finding.advice().isEmpty());
    }

    @Test
    void whatPhasorsShowIsWhatTheTableSays() {
        assertSaid("CTs of L2 and L3 exchanged: total", new int[] {0, 2, 1}, 1, 1, 1);
        assertSaid("CTs of L1 and L2 exchanged: total", new int[] {1, 0, 2}, 1, 1, 1);
        assertSaid("CTs of L2 and L3 exchanged and both reversed", new int[] {0, 2, 1}, 1, -1, -1);
        assertSaid("all CTs on the next phase: total", new int[] {1, 2, 0}, 1, 1, 1);
        assertSaid("all CTs on the next phase: total", new int[] {2, 0, 1}, 1, 1, 1);
        assertSaid("all CTs on the next phase and reversed", new int[] {1, 2, 0}, -1, -1, -1);
        assertSaid("CT of L3 reversed", new int[] {0, 1, 2}, 1, 1, -1);
        assertSaid("no current on L2", new int[] {0, 1, 2}, 1, 0, 1);
    }

    private static void assertSaid(String words, int[] conductor, double... turn) {
        List<Finding> findings = Wiring.judge(Pictures.wired(conductor, turn, 0), Flow.INJECTING, Optional.empty());
        assertTrue(
                findings.stream()
                        .anyMatch(finding -> finding.isFault() && finding.seen().startsWith(words)),
                () -> words + " expected, not " + findings);
    }

    /** A true power factor between 0.97 and 1 either way must not hide or invent a fault. */
    @Test
    void aSmallPhaseAngleChangesNoVerdictOnReversedTransformers() {
        Seeds.holds(500, random -> {
            double[] turn = {sign(random), sign(random), sign(random)};
            double angle = 0.48 * random.nextDouble() - 0.24;
            boolean reversed = turn[0] < 0 || turn[1] < 0 || turn[2] < 0;
            List<Finding> findings = Wiring.judge(
                    Pictures.wired(new int[] {0, 1, 2}, turn, angle), Flow.INJECTING, Optional.of(500_000L));
            boolean said = findings.stream()
                    .anyMatch(one -> one.isFault() && one.seen().contains("reversed"));
            assertEquals(reversed, said, findings::toString);
        });
    }

    private static double sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    @Test
    void aPlantAtLowSunIsNotJudged() {
        MeterPicture low =
                Pictures.picture(new long[] {100, -200, 50}, new long[] {90_000, 80_000, 70_000}, 230_000, 0);
        List<Finding> findings = Wiring.judge(low, Flow.UNKNOWN, Optional.of(500_000L));
        assertTrue(findings.get(0).seen().contains("too little current"), findings::toString);
        assertEquals(Finding.Grade.NOTE, findings.get(0).grade());
    }

    @Test
    void withoutAKnownFlowAWithdrawalIsNoFault() {
        MeterPicture load = Pictures.wired(new int[] {0, 1, 2}, new double[] {-1, -1, -1}, 0.1);
        List<Finding> findings = Wiring.judge(load, Flow.UNKNOWN, Optional.empty());
        assertTrue(findings.stream().noneMatch(Finding::isFault), findings::toString);
    }

    @Test
    void withoutAKnownFlowTheOddPhaseOutIsTheFault() {
        MeterPicture load = Pictures.wired(new int[] {0, 1, 2}, new double[] {-1, 1, -1}, 0);
        List<Finding> findings = Wiring.judge(load, Flow.UNKNOWN, Optional.empty());
        assertTrue(findings.stream().anyMatch(one -> one.seen().startsWith("CT of L2 reversed")), findings::toString);
    }

    @Test
    void injectionThatShowsAsWithdrawalAsksForInverted() {
        List<Finding> findings =
                Wiring.judge(MeterPicture.ofPower(Optional.of(-5_000_000L)), Flow.INJECTING, Optional.empty());
        assertTrue(findings.stream().anyMatch(one -> one.advice().contains("inverted: true")), findings::toString);
    }

    @Test
    void aTotalThatIsNotTheSumOfItsPhasesIsAFaultOfTheProfile() {
        MeterPicture whole = Pictures.wired(new int[] {0, 1, 2}, new double[] {1, 1, 1}, 0);
        MeterPicture torn = new MeterPicture(
                whole.phaseVoltages(),
                whole.lineVoltages(),
                whole.currents(),
                whole.powers(),
                whole.power().map(watts -> watts * 103 / 100),
                whole.reactive(),
                whole.apparent(),
                whole.rotation());
        assertTrue(Wiring.judge(torn, Flow.INJECTING, Optional.empty()).stream()
                .anyMatch(one -> one.isFault() && one.advice().contains("differ by more than 1 %")));
    }

    /** Real triangles hold, harmonics only add to S, and an S below P and Q can only be read wrongly. */
    @Test
    void apparentPowerBelowActiveAndReactiveIsAFaultOfTheProfile() {
        Seeds.holds(200, random -> {
            long active = random.nextLong(-50_000_000, 50_000_000);
            long reactive = random.nextLong(-30_000_000, 30_000_000);
            long apparent = Math.round(Math.sqrt((double) (active * active + reactive * reactive)));
            assertEquals(
                    Finding.Grade.OK, Triangle.judge(active, reactive, apparent).grade());
            assertEquals(
                    Finding.Grade.NOTE,
                    Triangle.judge(active, reactive, apparent * 11 / 10 + 10).grade());
            assertTrue(Triangle.judge(active, reactive, apparent * 9 / 10 - 10).isFault());
        });
    }

    @Test
    void aMeterWithoutPhasesIsNotCalledRight() {
        List<Finding> findings = Wiring.judge(MeterPicture.ofPower(Optional.empty()), Flow.INJECTING, Optional.empty());
        assertEquals(Finding.Grade.NOTE, findings.get(0).grade());
        assertTrue(findings.get(1).isFault(), findings::toString);
    }
}
