package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What voltages and rotation tell before any current flows. */
class VoltagesTest {

    private static final Optional<Long> ELEVEN_KILOVOLTS = Optional.of(11_000_000L);

    @Test
    void aHealthySiteRaisesNothing() {
        List<Finding> findings = judge(6_350_000, 11_000_000, Optional.of(Rotation.RIGHT), ELEVEN_KILOVOLTS);
        assertTrue(findings.stream().allMatch(one -> one.grade() == Finding.Grade.OK), findings::toString);
        assertEquals(5, findings.size());
    }

    @Test
    void aMissingTransformerRatioIsSaidAsSuch() {
        assertAdvice("set the VT ratio", judge(63_500, 110_000, Optional.of(Rotation.RIGHT), ELEVEN_KILOVOLTS));
    }

    @Test
    void lineToNeutralTakenForLineToLineIsOffByTheRootOfThree() {
        assertAdvice("L-N taken for L-L", judge(3_667_000, 6_351_000, Optional.of(Rotation.RIGHT), ELEVEN_KILOVOLTS));
    }

    @Test
    void equalVoltagesOfBothKindsMeanTheWrongSystem() {
        assertAdvice("wrong system", judge(400_000, 400_000, Optional.of(Rotation.RIGHT), Optional.empty()));
    }

    @Test
    void leftRotationAndNoneAreFaults() {
        assertAdvice(
                "exchange two voltage leads", judge(230_000, 398_000, Optional.of(Rotation.LEFT), Optional.empty()));
        assertAdvice("fuses", judge(230_000, 398_000, Optional.of(Rotation.NONE), Optional.empty()));
    }

    @Test
    void aBlownFuseShowsAsUnbalance() {
        MeterPicture picture = Pictures.ofVoltages(
                Pictures.three(230_000, 120_000, 231_000), Pictures.nothing(), Optional.of(Rotation.RIGHT));
        assertAdvice("above 10 %", Voltages.judge(picture, Optional.empty()));
    }

    @Test
    void noVoltageAtAllIsAFaultAndNoDivisionByZero() {
        MeterPicture picture =
                Pictures.ofVoltages(Pictures.three(0, 0, 0), Pictures.nothing(), Optional.of(Rotation.RIGHT));
        assertAdvice("fuses of the voltage leads", Voltages.judge(picture, Optional.empty()));
    }

    @Test
    void whatTheMeterDoesNotSayIsLeftToThePerson() {
        MeterPicture picture = Pictures.ofVoltages(Pictures.nothing(), Pictures.nothing(), Optional.empty());
        List<Finding> findings = Voltages.judge(picture, ELEVEN_KILOVOLTS);
        assertTrue(findings.stream().allMatch(one -> one.grade() == Finding.Grade.NOTE), findings::toString);
    }

    private static List<Finding> judge(long phase, long line, Optional<Rotation> rotation, Optional<Long> nominal) {
        MeterPicture picture =
                Pictures.ofVoltages(Pictures.three(phase, phase, phase), Pictures.three(line, line, line), rotation);
        return Voltages.judge(picture, nominal);
    }

    private static void assertAdvice(String words, List<Finding> findings) {
        assertTrue(
                findings.stream().anyMatch(one -> one.isFault() && one.advice().contains(words)),
                () -> "'" + words + "' expected in " + findings);
    }
}
