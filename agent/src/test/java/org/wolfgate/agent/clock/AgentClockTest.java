package org.wolfgate.agent.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clocks as the field knows them: OctoPi#606, OctoPrint#3266, tuptime#89, PiJuice#370. */
class AgentClockTest {

    private static final Duration HALF_SECOND = Duration.ofMillis(500);

    private final FakeTime time = new FakeTime(Instant.parse("2026-11-22T11:59:00Z"));
    private final AgentClock clock = new AgentClock(time::nanos, time::wall, HALF_SECOND, Instant.MIN);

    @Test
    void clockSetBackAnHourWithoutAReferenceIsReportedOnceAndNotFollowed() {
        time.pass(Duration.ofSeconds(30));
        time.step(Duration.ofHours(-1));
        ClockFinding.Diverged first =
                assertInstanceOf(ClockFinding.Diverged.class, clock.check(TimeQuality.UNSYNCHRONISED));
        assertTrue(first.isNew());
        assertEquals(Duration.ofHours(-1), first.ahead());
        for (int i = 0; i < 20; i++) {
            time.pass(Duration.ofSeconds(10));
            ClockFinding.Diverged again =
                    assertInstanceOf(ClockFinding.Diverged.class, clock.check(TimeQuality.UNSYNCHRONISED));
            assertFalse(again.isNew());
        }
        assertEquals(Instant.parse("2026-11-22T12:02:50Z"), clock.now());
    }

    @Test
    void clockSetForwardAYearIsNotFollowedEvenIfSynchronisedUntilItStays() {
        assertInstanceOf(ClockFinding.InStep.class, clock.check(TimeQuality.SYNCHRONISED));
        time.step(Duration.ofDays(365));
        assertInstanceOf(ClockFinding.Diverged.class, clock.check(TimeQuality.SYNCHRONISED));
        time.pass(Duration.ofSeconds(10));
        assertInstanceOf(ClockFinding.Diverged.class, clock.check(TimeQuality.SYNCHRONISED));
        time.step(Duration.ofDays(-365));
        time.pass(Duration.ofSeconds(10));
        assertInstanceOf(ClockFinding.InStep.class, clock.check(TimeQuality.SYNCHRONISED));
        assertEquals(Instant.parse("2026-11-22T11:59:20Z"), clock.now());
    }

    @Test
    void synchronisedStepThatStaysIsFollowedOnceAndOnRecord() {
        assertInstanceOf(ClockFinding.InStep.class, clock.check(TimeQuality.SYNCHRONISED));
        time.step(Duration.ofSeconds(7));
        assertInstanceOf(ClockFinding.Diverged.class, clock.check(TimeQuality.SYNCHRONISED));
        assertInstanceOf(ClockFinding.Diverged.class, clock.check(TimeQuality.SYNCHRONISED));
        ClockFinding.Rebased rebased =
                assertInstanceOf(ClockFinding.Rebased.class, clock.check(TimeQuality.SYNCHRONISED));
        assertFalse(rebased.firstSynchronisation());
        assertEquals(Duration.ofSeconds(7), rebased.shift());
        assertEquals(rebased.before(), clock.now(), "not before whoever orders the events says so");
        clock.follow();
        assertEquals(time.wall(), clock.now());
        assertInstanceOf(ClockFinding.InStep.class, clock.check(TimeQuality.SYNCHRONISED));
    }

    @Test
    void startedIn1970TheFirstSynchronisationRebasesAtOnceAndSaysByHowMuch() {
        FakeTime young = new FakeTime(Instant.EPOCH);
        AgentClock early = new AgentClock(young::nanos, young::wall, HALF_SECOND, Instant.MIN);
        young.pass(Duration.ofMinutes(3));
        assertInstanceOf(ClockFinding.InStep.class, early.check(TimeQuality.UNSYNCHRONISED));
        Instant stampBefore = early.now();
        young.setTo(Instant.parse("2026-11-22T12:03:00Z"));
        ClockFinding.Rebased rebased =
                assertInstanceOf(ClockFinding.Rebased.class, early.check(TimeQuality.SYNCHRONISED));
        assertTrue(rebased.firstSynchronisation());
        assertEquals(Instant.parse("2026-11-22T12:03:00Z"), stampBefore.plus(rebased.shift()));
        early.follow();
        early.follow();
        assertEquals(rebased.after(), early.now());
    }

    @Test
    void startedBeforeItsOwnLastRecordItGoesOnFromThereUntilAReferenceSpeaks() {
        Instant lastSeen = Instant.parse("2026-11-22T12:30:00Z");
        AgentClock early = new AgentClock(time::nanos, time::wall, HALF_SECOND, lastSeen);
        assertEquals(lastSeen, early.now());
        time.pass(Duration.ofSeconds(10));
        assertEquals(lastSeen.plusSeconds(10), early.now());
        assertInstanceOf(ClockFinding.Rebased.class, early.check(TimeQuality.SYNCHRONISED));
        assertInstanceOf(ClockFinding.Diverged.class, early.check(TimeQuality.SYNCHRONISED), "told once");
        early.follow();
        assertEquals(time.wall(), early.now());
    }

    @Test
    void smallDifferenceOfATrustedClockIsWorkedOffSlowly() {
        time.step(Duration.ofMillis(100));
        assertInstanceOf(ClockFinding.InStep.class, clock.check(TimeQuality.SYNCHRONISED));
        time.pass(Duration.ofSeconds(100));
        assertEquals(Duration.ofMillis(50), Duration.between(clock.now(), time.wall()));
        time.pass(Duration.ofSeconds(500));
        assertEquals(time.wall(), clock.now());
    }

    @Test
    void neverRunsBackwardWhateverTheSystemClockDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Instant before = clock.now();
        for (int i = 0; i < 5000; i++) {
            time.pass(Duration.ofMillis(random.nextInt(5000)));
            if (random.nextInt(10) == 0) {
                time.step(Duration.ofMillis(random.nextInt(2_000_000) - 1_000_000));
            }
            if (random.nextBoolean()) {
                clock.check(random.nextBoolean() ? TimeQuality.UNSYNCHRONISED : TimeQuality.HOLDOVER);
            }
            Instant now = clock.now();
            assertFalse(now.isBefore(before), "seed " + seed + ", step " + i);
            before = now;
        }
    }
}
