package org.wolfgate.agent.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

class ScheduleTest {

    private static final Duration STEPS = Duration.ZERO;

    @Test
    void overlappingBlocksAreRefusedByName() {
        List<ScheduleBlock> blocks = List.of(block(0, 3600, "100 MW"), block(3000, 7200, "160 MW"));
        assertEquals(
                List.of("block 160 MW 1970-01-01T00:50:00Z/1970-01-01T02:00:00Z overlaps block 100 MW"
                        + " 1970-01-01T00:00:00Z/1970-01-01T01:00:00Z; let it start at 1970-01-01T01:00:00Z"),
                Schedule.problems(blocks, STEPS));
    }

    @Test
    void aGapIsNotTakenForZero() {
        List<ScheduleBlock> blocks = List.of(block(0, 3600, "100 MW"), block(7200, 9000, "160 MW"));
        assertEquals(
                List.of("nothing is scheduled from 1970-01-01T01:00:00Z to 1970-01-01T02:00:00Z;"
                        + " add a block, of 0 MW if nothing is to flow"),
                Schedule.problems(blocks, STEPS));
    }

    @Test
    void everyProblemIsTold() {
        List<ScheduleBlock> blocks =
                List.of(block(0, 3600, "1 MW"), block(3000, 3300, "2 MW"), block(9000, 9900, "3 MW"));
        Duration ramp = Duration.ofMinutes(10);
        List<String> problems = Schedule.problems(blocks, ramp);
        assertEquals(3, problems.size(), problems::toString);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Schedule("S7", blocks, ramp));
        assertEquals("schedule S7: " + String.join("; ", problems), refused.getMessage());
    }

    @Test
    void aBlockShorterThanItsRampIsRefused() {
        List<ScheduleBlock> blocks = List.of(block(0, 3600, "1 MW"), block(3600, 3900, "2 MW"));
        assertEquals(1, Schedule.problems(blocks, Duration.ofMinutes(10)).size());
    }

    @Test
    void beyondItsBlocksAScheduleKnowsNothing() {
        Schedule schedule = new Schedule("S1", List.of(block(0, 3600, "100 MW")), STEPS);
        assertEquals(Optional.empty(), schedule.energyOver(span(3300, 3900)));
        assertEquals(Optional.of(new Energy(8_333_333)), schedule.energyOver(span(3300, 3600)));
    }

    @Test
    void aRampIsCentredOnTheBoundaryAndMovesNoEnergy() {
        List<ScheduleBlock> blocks = List.of(block(0, 3600, "100 MW"), block(3600, 7200, "160 MW"));
        Schedule steps = new Schedule("S1", blocks, STEPS);
        Schedule ramped = new Schedule("S2", blocks, Duration.ofMinutes(20));
        assertEquals(steps.energyOver(span(3000, 4200)), ramped.energyOver(span(3000, 4200)));
        assertEquals(
                Optional.of(new Energy(19_166_667)),
                ramped.energyOver(span(3000, 3600)),
                "600 s at 100 MW and a triangle of 30 MW");
    }

    @Test
    void aTieIsRoundedToTheEvenWattHour() {
        Schedule schedule = new Schedule("S1", List.of(block(0, 3600, "0.0009 MW")), STEPS);
        assertEquals(Optional.of(new Energy(0)), schedule.energyOver(span(0, 2)), "half a watt-hour");
        assertEquals(Optional.of(new Energy(2)), schedule.energyOver(span(0, 6)), "one and a half");
    }

    private static ScheduleBlock block(long from, long to, String power) {
        return new ScheduleBlock(span(from, to), ActivePower.parse(power));
    }

    private static Interval span(long from, long to) {
        return new Interval(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
