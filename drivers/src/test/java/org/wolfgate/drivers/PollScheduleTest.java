package org.wolfgate.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;

    private final PollSchedule schedule = new PollSchedule();
    private final Map<String, Integer> visits = new HashMap<>();

    /** OpenEMS/openems#6: unplug one device of a line and all others stop updating. */
    @Test
    void anUnpluggedDeviceDoesNotStopTheOthers() {
        int living = roundsPerHour(10, Set.of());
        int withThreeDead = roundsPerHour(10, Set.of("m0", "m4", "m7"));
        assertTrue(withThreeDead >= living * 0.95, withThreeDead + " of " + living + " rounds");
    }

    /** thingsboard/thingsboard-gateway#164: the offline device does not come back either. */
    @Test
    void aDeadDeviceThatAnswersAgainIsBackOnItsPeriodAtOnce() {
        schedule.add("m0", SECOND, 0);
        long now = 0;
        for (int miss = 0; miss < 10; miss++) {
            now += schedule.untilNext(now);
            schedule.done("m0", false, now, now + 500 * MS);
            now += 500 * MS;
        }
        assertTrue(schedule.isDead("m0"));
        assertTrue(schedule.untilNext(now) <= 10 * SECOND, "a lonely device is probed at least every ten seconds");
        now += schedule.untilNext(now);
        schedule.done("m0", true, now, now + 10 * MS);
        assertFalse(schedule.isDead("m0"));
        assertTrue(schedule.untilNext(now + 10 * MS) <= SECOND);
    }

    @Test
    void oneLostAnswerDoesNotMakeADeviceDead() {
        schedule.add("m0", SECOND, 0);
        schedule.done("m0", false, 0, 300 * MS);
        assertEquals(700 * MS, schedule.untilNext(300 * MS));
    }

    @Test
    void missedSlotsAreSkippedNotMadeUpFor() {
        schedule.add("m0", SECOND, 0);
        schedule.done("m0", true, 0, 3_400 * MS);
        assertEquals(Optional.empty(), schedule.due(3_400 * MS));
        assertEquals(600 * MS, schedule.untilNext(3_400 * MS));
    }

    @Test
    void theClockMayWrapAround() {
        long now = Long.MAX_VALUE - 200 * MS;
        schedule.add("m0", SECOND, now);
        schedule.done("m0", true, now, now + 100 * MS);
        assertEquals(900 * MS, schedule.untilNext(now + 100 * MS));
        assertEquals(Optional.of("m0"), schedule.due(now + SECOND));
    }

    /** Meters at one second, 20 ms each when alive, one deadline of a second when dead. Returns the visits of m1. */
    private int roundsPerHour(int meters, Set<String> dead) {
        PollSchedule line = new PollSchedule();
        visits.clear();
        for (int i = 0; i < meters; i++) {
            line.add("m" + i, SECOND, 0);
        }
        long now = 0;
        while (now < 3600 * SECOND) {
            now += line.untilNext(now);
            String id = line.due(now).orElseThrow();
            boolean answers = !dead.contains(id);
            long ended = now + (answers ? 20 * MS : SECOND);
            line.done(id, answers, now, ended);
            visits.merge(id, 1, Integer::sum);
            now = ended;
        }
        return visits.getOrDefault("m1", 0);
    }
}
