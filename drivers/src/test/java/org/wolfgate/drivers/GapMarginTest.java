package org.wolfgate.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** evcc-io/evcc#31996: a meter that was polled as before began to lose answers after an update, and was taken for broken. */
class GapMarginTest {

    private final GapMargin margin = new GapMargin();

    @Test
    void aDeviceThatLosesAnswersOnlyRightAtTheGapNeedsALongerOne() {
        rounds(50, 10, 0);
        assertTrue(margin.isLow(), margin::words);
        assertTrue(margin.words().startsWith("20 of the last 200 requests right at the gap"), margin::words);
    }

    @Test
    void aFewLostAnswersAreNoMatterOfTheGap() {
        rounds(50, 50, 0);
        assertFalse(margin.isLow(), margin::words);
    }

    @Test
    void aDeviceThatWasSwitchedOffSaysNothingAboutItsGap() {
        for (int outage = 0; outage < 30; outage++) {
            for (int i = 0; i < 5; i++) {
                margin.asked(true, false);
            }
            rounds(2, 0, 0);
        }
        assertFalse(margin.isLow(), margin::words);
        assertTrue(margin.words().startsWith("0 of"), margin::words);
    }

    /** A longer pause would only slow the line: the cable is to be looked at. */
    @Test
    void noiseThatTakesRestedRequestsTooIsNotBlamedOnTheGap() {
        rounds(60, 10, 10);
        assertFalse(margin.isLow(), margin::words);
    }

    @Test
    void theWarningEndsOnlyWhenTheLastRequestsAreClearlyBetter() {
        rounds(50, 10, 0);
        rounds(45, 50, 0);
        assertTrue(margin.isLow(), margin::words);
        rounds(60, 0, 0);
        assertFalse(margin.isLow(), margin::words);
    }

    @Test
    void aRunThatHasJustBegunIsNotJudged() {
        rounds(10, 5, 0);
        assertFalse(margin.isLow(), margin::words);
        assertEquals(
                "8 of the last 40 requests right at the gap got no answer, 0 of 10 after a longer rest",
                margin.words());
    }

    /** Visits of one rested and four hurried requests; of each kind every n-th is lost, none if n is 0. */
    private void rounds(int visits, int everyHurried, int everyRested) {
        int hurried = 0;
        for (int visit = 0; visit < visits; visit++) {
            ask(false, everyRested > 0 && visit % everyRested == everyRested - 1);
            for (int i = 0; i < 4; i++) {
                hurried++;
                ask(true, everyHurried > 0 && hurried % everyHurried == everyHurried - 1);
            }
        }
    }

    private void ask(boolean atGap, boolean lost) {
        margin.asked(atGap, !lost);
    }
}
