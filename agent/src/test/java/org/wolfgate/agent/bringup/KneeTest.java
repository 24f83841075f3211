package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;

/** The pause that a device needs (evcc-io/evcc#316, OpenEMS/openems#3099: 25 ms of silence cured every timeout). */
class KneeTest {

    @Test
    void theKneeIsTheShortestPauseThatLostNothing() {
        List<GapTrial> trials = List.of(trial(0, 3), trial(10, 15), trial(20, 20), trial(50, 20), trial(100, 20));
        Knee.Found found = assertInstanceOf(Knee.Found.class, Knee.of(trials));
        assertEquals(Duration.ofMillis(20), found.gap());
        assertEquals(Duration.ofMillis(30), found.advised());
        assertEquals("knee at 20 ms; use a gap of 30 ms", found.words());
    }

    @Test
    void aShortPauseThatWorkedByLuckIsNotTrusted() {
        List<GapTrial> trials = List.of(trial(0, 20), trial(10, 19), trial(20, 20), trial(50, 20));
        assertEquals(
                Duration.ofMillis(20),
                assertInstanceOf(Knee.Found.class, Knee.of(trials)).gap());
    }

    @Test
    void aFastDeviceNeedsNoPause() {
        assertInstanceOf(Knee.NotNeeded.class, Knee.of(List.of(trial(5, 20), trial(0, 20))));
    }

    @Test
    void losingAnswersAtEveryPauseIsNotThePausesFault() {
        Knee knee = Knee.of(List.of(trial(0, 5), trial(100, 19)));
        assertTrue(knee.words().contains("best 19 of 20"), knee::words);
        assertTrue(knee.words().contains("check wiring and id"), knee::words);
    }

    /** For a device that answers from its own pause on and never below, in whatever order the pauses were tried. */
    @Test
    void theKneeNeverLiesBelowWhatTheDeviceNeeds() {
        Seeds.holds(500, random -> {
            int needs = random.nextInt(250);
            List<GapTrial> trials = new ArrayList<>();
            for (int gap : new int[] {0, 2, 5, 10, 20, 30, 50, 100, 200}) {
                trials.add(trial(gap, gap >= needs ? 20 : random.nextInt(20)));
            }
            Collections.shuffle(trials, random);
            Knee knee = Knee.of(trials);
            if (knee instanceof Knee.Found found) {
                assertTrue(found.gap().toMillis() >= needs && found.advised().compareTo(found.gap()) > 0);
            } else {
                assertEquals(needs == 0 ? Knee.NotNeeded.class : Knee.NotThePause.class, knee.getClass());
            }
        });
    }

    private static GapTrial trial(int millis, int answered) {
        return new GapTrial(Duration.ofMillis(millis), 20, answered, Duration.ofMillis(4));
    }
}
