package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The clamp meter against the meter. */
class CtRatioTest {

    @Test
    void agreementWithinFivePercentIsFine() {
        assertEquals(Finding.Grade.OK, CtRatio.judge(1, 102_000, 100_000).grade());
        assertEquals(Finding.Grade.OK, CtRatio.judge(1, 95_000, 100_000).grade());
    }

    /** A transformer of 600/5 behind a meter set to 300/5 shows half. */
    @Test
    void aWrongRatioNamesTheFactorThatPutsItRight() {
        Finding finding = CtRatio.judge(2, 50_000, 100_000);
        assertTrue(finding.isFault());
        assertTrue(finding.advice().contains("multiply the meter's primary current by 2.000"), finding::toString);
    }

    @Test
    void aMeterThatSeesNothingIsNoRatio() {
        assertTrue(CtRatio.judge(3, 0, 100_000).advice().contains("open or shorted"));
    }

    @Test
    void aClampThatSeesNothingProvesNothing() {
        assertThrows(IllegalArgumentException.class, () -> CtRatio.judge(1, 100_000, 0));
    }
}
