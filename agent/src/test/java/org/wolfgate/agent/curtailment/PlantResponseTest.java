package org.wolfgate.agent.curtailment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.Seeds;
import org.wolfgate.agent.curtailment.PlantResponse.Answer;
import org.wolfgate.drivers.ActivePower;

/** Dead time and slew, learnt from what a node's meter shows after each lower limit. */
class PlantResponseTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final ActivePower RATING = power(60);
    private static final Duration UNKNOWN = Duration.ofSeconds(30);

    private PlantResponse response = PlantResponse.NEW;
    private int second;

    @Test
    void threeAnswersMakeAnEstimate() {
        for (int order = 0; order < 2; order++) {
            curtail(40, 20, 6, 2, 0, new Random(1));
            assertEquals(Optional.empty(), response.typical());
        }
        curtail(40, 20, 6, 2, 0, new Random(1));
        Answer answer = response.typical().orElseThrow();
        assertTrue(Math.abs(answer.deadTime().toMillis() - 7_000) <= 1_000, answer.toString());
        assertTrue(Math.abs(answer.slewPerSecond().watts() - 2_000_000) <= 250_000, answer.toString());
        long wait = response.settle(power(20), UNKNOWN).toSeconds();
        assertTrue(wait >= 16 && wait <= 28, "wait " + wait);
    }

    @Test
    void cloudsAndGustsDoNotMoveTheMedian() {
        Seeds.holds(200, random -> {
            response = PlantResponse.NEW;
            int dead = random.nextInt(31);
            int slew = 1 + random.nextInt(4);
            int lies = random.nextInt(4);
            for (int order = 0; order < 9; order++) {
                if (order < lies) {
                    curtail(40, 20, random.nextInt(3), 20, 0.3, random);
                } else {
                    curtail(40, 20, dead, slew, 0.3, random);
                }
            }
            Answer answer = response.typical().orElseThrow();
            double seconds = answer.deadTime().toMillis() / 1e3;
            double perSecond = answer.slewPerSecond().watts() / 1e6;
            assertTrue(seconds >= dead - 1 && seconds <= dead + 4.0 / slew + 2, answer + " for " + dead + " s");
            assertTrue(perSecond >= 0.6 * slew && perSecond <= 1.5 * slew, answer + " for " + slew + " MW/s");
            double whole = dead + 20.0 / slew;
            double wait = response.settle(power(20), UNKNOWN).toMillis() / 1e3;
            assertTrue(wait >= whole && wait <= 2.5 * whole + 8, "waits " + wait + " s for " + whole);
        });
    }

    @Test
    void aLimitOnARampTeachesNothing() {
        for (int order = 0; order < 5; order++) {
            for (int step = 0; step < 20; step++) {
                response = response.told(at(), power(40 - step), power(39 - step), RATING);
                second++;
                response = response.saw(at(), power(39 - step));
            }
            second += 300;
        }
        assertEquals(Optional.empty(), response.typical());
    }

    @Test
    void aPlantThatNeverFollowsTeachesNothing() {
        for (int order = 0; order < 5; order++) {
            curtail(40, 20, 2_000, 1, 0, new Random(1));
        }
        assertEquals(Optional.empty(), response.typical());
        assertEquals(UNKNOWN, response.settle(RATING, UNKNOWN));
    }

    @Test
    void theWaitIsNeverLongerThanTenMinutes() {
        for (int order = 0; order < 3; order++) {
            curtail(40, 0, 500, 1, 0, new Random(1));
        }
        assertTrue(response.typical().isPresent());
        assertEquals(Duration.ofMinutes(10), response.settle(RATING, UNKNOWN));
    }

    /** One lower limit, its answer second by second, and ten minutes of quiet. */
    private void curtail(double from, double to, int dead, double slew, double noise, Random random) {
        response = response.told(at(), megawatts(from), megawatts(to), RATING);
        double power = from;
        for (int past = 1; past <= 700; past++) {
            second++;
            power = past > dead ? Math.max(to, power - slew) : power;
            response = response.saw(at(), megawatts(power + noise * (random.nextDouble() - 0.5)));
        }
        second += 600;
    }

    private Instant at() {
        return NOON.plusSeconds(second);
    }

    private static ActivePower megawatts(double megawatts) {
        return new ActivePower(Math.round(megawatts * 1e6));
    }

    private static ActivePower power(long megawatts) {
        return new ActivePower(megawatts * 1_000_000);
    }
}
