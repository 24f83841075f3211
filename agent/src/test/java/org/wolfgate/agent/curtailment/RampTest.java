package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.Ramp.Level;
import org.wolfgate.agent.curtailment.Ramp.Target;
import org.wolfgate.drivers.ActivePower;

/** From the cap in force to the limit that the plants are given. */
class RampTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final long RATING = 100;
    private static final RampLimits SLOW = limits(5, 2, 10, 8);

    @Test
    void withoutLimitsEveryCapIsFollowedAtOnce() {
        assertEquals(List.of(40L, 70L, 100L), walk(RampLimits.NONE, 40, 70, 100));
    }

    @Test
    void aLowerCapIsReachedByTheDeclaredRampWhoseFirstSecondIsGivenAtOnce() {
        assertEquals(List.of(95L, 90L, 85L, 82L, 82L), walk(SLOW, 82, 82, 82, 82, 82));
    }

    @Test
    void failSafeHasARampOfItsOwnAndIsNotSlowedTwice() {
        Target trip = new Target(power(0), power(RATING), true);
        assertEquals(
                power(0), Ramp.next(Level.of(power(RATING)), trip, SLOW, NOON).limit());
    }

    @Test
    void aRampThatNobodyDroveForAWhileIsWhereItWasDeclaredToBe() {
        Level begun = Ramp.next(Level.of(power(RATING)), target(40), SLOW, NOON);
        assertEquals(
                power(65),
                Ramp.next(begun, target(40), SLOW, NOON.plusSeconds(6)).limit());
        assertEquals(
                power(40),
                Ramp.next(begun, target(40), SLOW, NOON.plusSeconds(9_999_999)).limit());
    }

    @Test
    void aReleaseWaitsForTheDwellAndGoesUpInStepsOneDwellApart() {
        Level low = new Level(power(60), NOON, Ramp.Motion.STILL);
        List<Long> seen = new ArrayList<>();
        for (int second = 0; second <= 20; second++) {
            low = Ramp.next(low, target(90), SLOW, NOON.plusSeconds(second));
            seen.add(low.limit().watts());
        }
        assertEquals(List.of(60L, 80L, 90L), seen.stream().distinct().toList());
        assertEquals(List.of(10, 20), List.of(seen.indexOf(80L), seen.indexOf(90L)));
    }

    @Test
    void aCapThatRisesByLessThanTheHysteresisIsNotFollowedButAFullReleaseIs() {
        Level low = new Level(power(95), NOON, Ramp.Motion.STILL);
        Instant later = NOON.plusSeconds(3600);
        assertEquals(power(95), Ramp.next(low, target(99), SLOW, later).limit());
        assertEquals(power(RATING), Ramp.next(low, target(RATING), SLOW, later).limit());
    }

    @Test
    void aClockThatWasSetBackReleasesNobodyEarly() {
        Level low = new Level(power(60), NOON, Ramp.Motion.STILL);
        Level back = Ramp.next(low, target(90), SLOW, NOON.minusSeconds(500));
        assertEquals(
                power(60),
                Ramp.next(back, target(90), SLOW, NOON.minusSeconds(491)).limit());
        assertEquals(
                power(80),
                Ramp.next(back, target(90), SLOW, NOON.minusSeconds(490)).limit());
    }

    @Test
    void itNeverRisesAboveACapAndObeysALowerOneAtOnceOrByTheRamp() {
        Seeds.holds(2_000, random -> {
            RampLimits limits = limits(random.nextInt(4), random.nextInt(4), random.nextInt(6), random.nextInt(10));
            Level level = Level.of(power(RATING));
            Instant now = NOON;
            Bound bound = new Bound(limits.downPerSecond().watts());
            Instant raised = Instant.EPOCH;
            for (int step = 0; step < 60; step++) {
                long cap = random.nextInt(3) == 0 ? random.nextLong(RATING + 1) : bound.cap;
                now = now.plusMillis(random.nextInt(2_500));
                bound.move(cap, level.limit().watts(), now);
                Level next = Ramp.next(level, target(cap), limits, now);
                long was = level.limit().watts();
                long is = next.limit().watts();
                assertTrue(is <= was || is <= cap, is + " W rose above the cap " + cap);
                assertTrue(is >= was || is >= cap, is + " W fell below the cap " + cap);
                assertTrue(is <= bound.highest(now), is + " W is above the declared ramp " + bound.highest(now));
                if (is > was) {
                    assertTrue(!now.isBefore(raised.plus(limits.dwell())), "raised too soon");
                }
                raised = is == was ? raised : now;
                level = next;
            }
        });
    }

    @Test
    void aPlantWithDeadTimeAndSlewIsBroughtToEachCapWithoutASingleReversal() {
        Seeds.holds(200, random -> {
            RampLimits limits = limits(random.nextLong(1, 6), random.nextLong(1, 6), random.nextInt(8), 3);
            SlowPlant plant = new SlowPlant(random);
            Level level = Level.of(power(RATING));
            Instant now = NOON;
            for (long cap : new long[] {30, 80, 10, 55, RATING}) {
                int turns = 0;
                long way = 0;
                for (int second = 0; second < 400; second++) {
                    now = now.plusSeconds(1);
                    Level next = Ramp.next(level, target(cap), limits, now);
                    long moved =
                            Long.signum(next.limit().watts() - level.limit().watts());
                    turns += moved != 0 && way != 0 && moved != way ? 1 : 0;
                    way = moved == 0 ? way : moved;
                    level = next;
                    plant.follow(level.limit().watts());
                }
                assertEquals(0, turns, "reversals on the way to " + cap);
                assertEquals(cap, level.limit().watts());
                assertEquals(cap, plant.power);
            }
        });
    }

    @Test
    void aCapThatTremblesWithinTheHysteresisMovesThePlantsOnlyDownward() {
        Seeds.holds(500, random -> {
            Level level = Level.of(power(50));
            Instant now = NOON;
            for (int second = 0; second < 300; second++) {
                now = now.plusSeconds(1);
                Level next = Ramp.next(level, target(random.nextLong(43, 51)), SLOW, now);
                assertTrue(next.limit().compareTo(level.limit()) <= 0, "raised to " + next.limit());
                level = next;
            }
        });
    }

    /** The straight line from where the limit was when the lower cap came: the oracle, kept apart from the steps. */
    private static final class Bound {

        private final long rate;
        private long cap = RATING;
        private long from = RATING;
        private Instant since = NOON;

        Bound(long rate) {
            this.rate = rate;
        }

        void move(long next, long level, Instant now) {
            if (next != cap) {
                from = level;
                since = now;
            }
            cap = next;
        }

        long highest(Instant now) {
            return rate == 0
                    ? cap
                    : Math.max(cap, from - rate * Duration.between(since, now).toSeconds());
        }
    }

    /** Power that follows its limit late and by so many watts a second. */
    private static final class SlowPlant {

        private final Deque<Long> underWay = new ArrayDeque<>();
        private final long slew;
        private long power = RATING;

        SlowPlant(Random random) {
            slew = random.nextLong(1, 6);
            for (int second = random.nextInt(20); second > 0; second--) {
                underWay.add(RATING);
            }
        }

        void follow(long limit) {
            underWay.add(limit);
            long goal = underWay.remove();
            power += Math.max(-slew, Math.min(slew, goal - power));
        }
    }

    private static List<Long> walk(RampLimits limits, long... caps) {
        List<Long> seen = new ArrayList<>();
        Level level = Level.of(power(RATING));
        for (int second = 0; second < caps.length; second++) {
            level = Ramp.next(level, target(caps[second]), limits, NOON.plusSeconds(second));
            seen.add(level.limit().watts());
        }
        return seen;
    }

    private static RampLimits limits(long down, long up, long dwell, long hysteresis) {
        return new RampLimits(power(down), power(up), Duration.ofSeconds(dwell), power(hysteresis));
    }

    private static Target target(long cap) {
        return new Target(power(cap), power(RATING), false);
    }

    private static ActivePower power(long watts) {
        return new ActivePower(watts);
    }
}
