package org.wolfgate.agent.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalGridTest {

    private final IntervalGrid quarter = new IntervalGrid(Duration.ofMinutes(15));

    @Test
    void boundariesAreMultiplesOfTheLengthInUtcWheneverTheAgentStarts() {
        Instant within = Instant.parse("2026-11-22T12:07:31.250Z");
        assertEquals(Instant.parse("2026-11-22T12:00:00Z"), quarter.startOf(within));
        assertEquals(Instant.parse("2026-11-22T12:15:00Z"), quarter.endOf(within));
    }

    @Test
    void aBoundaryBelongsToTheIntervalThatBeginsThere() {
        Instant edge = Instant.parse("2026-11-22T12:15:00Z");
        assertTrue(quarter.isBoundary(edge));
        assertEquals(edge, quarter.startOf(edge));
        assertFalse(quarter.isBoundary(edge.plusMillis(1)));
        assertEquals(Instant.parse("1969-12-31T23:45:00Z"), quarter.startOf(Instant.EPOCH.minusMillis(1)));
    }

    @Test
    void aLengthThatDoesNotDivideTheDayIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new IntervalGrid(Duration.ofMinutes(7)));
        assertThrows(IllegalArgumentException.class, () -> new IntervalGrid(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new IntervalGrid(Duration.ofMillis(1500)));
    }

    @Test
    void everyRunOfTheAgentHasABootIdOfItsOwn() {
        assertNotEquals(BootId.fresh(), BootId.fresh());
        assertTrue(BootId.fresh(Path.of("/nowhere")).value().endsWith("-unknown"));
        assertThrows(IllegalArgumentException.class, () -> new BootId("two\nlines"));
    }
}
