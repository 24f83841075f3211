package org.wolfgate.drivers.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;

class RiversidePhysicsTest {

    private static final RiversideSettings SETTINGS = RiversideSettings.onFreePorts(7);

    private final RiversidePhysics physics = new RiversidePhysics(SETTINGS);

    @Test
    void theSameSeedGivesTheSameCourseHoweverTimeIsCut() {
        RiversidePhysics other = new RiversidePhysics(SETTINGS);
        physics.advance(Duration.ofSeconds(60));
        IntStream.range(0, 6000).forEach(i -> other.advance(Duration.ofMillis(10)));
        assertEquals(physics.plant("wind").output(), other.plant("wind").output());
        assertEquals(physics.meter("wind").exported(), other.meter("wind").exported());
        assertEquals(physics.transformer().frequency(), other.transformer().frequency());
    }

    @Test
    void aSetPointActsAfterItsDeadTimeAndNoFasterThanTheSlew() {
        PlantModel hydro = physics.plant("hydro");
        ActivePower before = hydro.output();
        assertTrue(hydro.command(ActivePower.ofKilowatts(10_000)));
        physics.advance(Duration.ofMillis(1_900));
        assertTrue(hydro.output().watts() > before.watts() - 2_000_000, "nothing but the river moved it yet");
        physics.advance(Duration.ofMillis(1_100));
        assertTrue(hydro.output().watts() > 10_000_000, "1.1 s at 1.5 MW/s does not get there");
        physics.advance(Duration.ofSeconds(20));
        assertEquals(ActivePower.ofKilowatts(10_000), hydro.output());
    }

    @Test
    void outputNeverExceedsWhatIsAvailableNorTheSetPointOnceReached() {
        PlantModel solar = physics.plant("solar");
        solar.command(ActivePower.ofKilowatts(20_000));
        physics.advance(Duration.ofSeconds(40));
        for (int i = 0; i < 3_000; i++) {
            physics.advance(RiversidePhysics.STEP);
            assertTrue(solar.output().compareTo(ActivePower.ofKilowatts(20_000)) <= 0);
            assertTrue(solar.output().compareTo(solar.available()) <= 0);
        }
    }

    @Test
    void aSetPointOutsideTheRatingIsRefused() {
        assertFalse(physics.plant("solar").command(ActivePower.ofKilowatts(60_001)));
        assertFalse(physics.plant("solar").command(new ActivePower(-1)));
        assertEquals(ActivePower.ofKilowatts(60_000), physics.plant("solar").setPoint());
    }

    @Test
    void theCountersCountTheOutputToTheWattHour() {
        PlantModel wind = physics.plant("wind");
        long before = physics.meter("wind").exported().wattHours();
        long wattSteps = IntStream.range(0, 36_000)
                .mapToLong(i -> {
                    physics.advance(RiversidePhysics.STEP);
                    return wind.output().watts();
                })
                .sum();
        long counted = physics.meter("wind").exported().wattHours() - before;
        assertTrue(Math.abs(counted - wattSteps / 36_000) <= 1, counted + " Wh counted of " + wattSteps / 36_000);
    }

    @Test
    void theTransformerCountsTheSumOfTheNodes() {
        physics.advance(Duration.ofMinutes(10));
        long sum = LongStream.of(
                        physics.meter("solar").exported().wattHours(),
                        physics.meter("wind").exported().wattHours(),
                        physics.meter("hydro").exported().wattHours())
                .sum();
        assertTrue(Math.abs(physics.transformer().exported().wattHours() - sum) <= 3);
    }

    @Test
    void whatOthersSendThroughTheTransformerShowsAtItsMeterAlone() {
        physics.advance(RiversidePhysics.STEP);
        long nodes = sumOfTheNodes();
        physics.transit(new ActivePower(-200_000_000));
        physics.advance(RiversidePhysics.STEP);
        long through = physics.transformer().power().watts();
        assertTrue(Math.abs(sumOfTheNodes() - nodes) < 2_000_000, "the nodes go on");
        assertTrue(Math.abs(through - sumOfTheNodes() + 200_000_000) <= 4_000, through + " W");
    }

    private long sumOfTheNodes() {
        return LongStream.of(
                        physics.plant("solar").output().watts(),
                        physics.plant("wind").output().watts(),
                        physics.plant("hydro").output().watts())
                .sum();
    }

    @Test
    void theFrequencyWandersWithinSomeTensOfMillihertz() {
        long[] seen = IntStream.range(0, 36_000)
                .mapToLong(i -> {
                    physics.advance(RiversidePhysics.STEP);
                    return physics.transformer().frequency().millihertz();
                })
                .toArray();
        double mean = LongStream.of(seen).average().orElseThrow();
        double spread = Math.sqrt(LongStream.of(seen)
                .mapToDouble(f -> (f - mean) * (f - mean))
                .average()
                .orElseThrow());
        assertTrue(Math.abs(mean - 60_000) < 10, "mean " + mean);
        assertTrue(spread > 8 && spread < 25, "spread " + spread);
    }

    @Test
    void theMeterShowsThePlantWithinAFewOfItsOwnSteps() {
        IntStream.range(0, 1_000).forEach(i -> {
            physics.advance(RiversidePhysics.STEP);
            long error = physics.meter("wind").power().watts()
                    - physics.plant("wind").output().watts();
            assertTrue(Math.abs(error) <= 4_000, "off by " + error + " W");
            assertEquals(0, physics.meter("wind").power().watts() % 1_000);
        });
    }
}
