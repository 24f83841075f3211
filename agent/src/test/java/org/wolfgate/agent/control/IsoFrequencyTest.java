package org.wolfgate.agent.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.drivers.Frequency;

class IsoFrequencyTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Interval FIVE_MINUTES = new Interval(NOON, NOON.plusSeconds(300));

    private final IsoFrequency iso = new IsoFrequency();

    @Test
    void sampleStampedAYearAheadIsIgnoredAndDoesNotEmptyTheMemory() {
        iso.accept(NOON.plusSeconds(10), new Frequency(60_010), NOON.plusSeconds(10));
        iso.accept(NOON.plus(Duration.ofDays(365)), new Frequency(59_000), NOON.plusSeconds(11));
        assertEquals(Optional.of(new Frequency(60_010)), iso.mean(FIVE_MINUTES));
    }

    @Test
    void sampleThatIsTooOldIsIgnored() {
        iso.accept(NOON.plusSeconds(10), new Frequency(60_010), NOON.plus(Duration.ofHours(3)));
        assertEquals(Optional.empty(), iso.mean(FIVE_MINUTES));
    }

    @Test
    void clockSetForwardForgetsWhatNoIntervalCanNeedAndKeepsTheRest() {
        iso.accept(NOON, new Frequency(60_000), NOON);
        iso.accept(NOON.plusSeconds(200), new Frequency(60_020), NOON.plusSeconds(200));
        iso.accept(NOON.plusSeconds(7300), new Frequency(60_000), NOON.plusSeconds(7300));
        assertEquals(Optional.of(new Frequency(60_020)), iso.mean(FIVE_MINUTES));
    }
}
