package org.wolfgate.agent.bringup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.bringup.StepTest.Verdict;

/** A step of a limit, second by second as the node's meter saw it; the cap is 30 MW, the tolerance 300 kW. */
class StepTestTest {

    @Test
    void aPlantThatFollowsKeepsItAndShowsItsDeadTime() {
        StepTest test = step(48, 48, 48, 44, 40, 35, 30, 30, 30);
        assertEquals(Verdict.KEPT, test.verdict());
        assertEquals(Optional.of(Duration.ofSeconds(3)), test.deadTime());
        assertEquals(Optional.of(Duration.ofSeconds(6)), test.timeToComply());
    }

    /** An echo is no proof: on some inverters the limit reads back while the plant runs at full power. */
    @Test
    void aPlantThatOnlyEchoesDoesNotKeepIt() {
        StepTest test = step(48, 48, 48, 48, 48);
        assertEquals(Verdict.NOT_KEPT, test.verdict());
        assertTrue(test.finding().isFault());
    }

    @Test
    void oneReadingBelowTheCapIsNotEnough() {
        assertEquals(Verdict.NOT_KEPT, step(48, 30, 48, 48).verdict());
    }

    /** A second controller overwrites the limit after a while. */
    @Test
    void aCapThatIsLostAgainIsNotHeld() {
        StepTest test = step(48, 30, 30, 30, 45);
        assertEquals(Verdict.NOT_HELD, test.verdict());
        assertTrue(test.finding().advice().contains("second controller"));
    }

    @Test
    void aPlantThatWasBelowTheCapProvesNothing() {
        assertEquals(Verdict.PROVES_NOTHING, step(20, 20, 20, 21).verdict());
    }

    @Test
    void aSilentMeterProvesNothingEither() {
        StepTest test = step(48);
        assertEquals(Verdict.NOT_MEASURED, test.verdict());
        assertTrue(test.finding().isFault());
    }

    private static StepTest step(int before, int... megawatts) {
        List<StepTest.Sample> samples = IntStream.range(0, megawatts.length)
                .mapToObj(i -> new StepTest.Sample(Duration.ofSeconds(i + 1), megawatts[i] * 1_000_000L))
                .toList();
        return new StepTest(30_000_000, 300_000, before * 1_000_000L, samples);
    }
}
