package org.wolfgate.agent.metering;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;

/** What is refused before a meter is believed at all. */
class MeterRuleTest {

    private static final Energy WIDE = new Energy(4_294_967_296L);

    @Test
    void aSalePeriodTooShortForTheRegisterIsRefusedWithTheShortestThatWouldDo() {
        Register kilowattHours = new Register(WIDE, Energy.parse("1 kWh"));
        ActivePower small = ActivePower.parse("100 kW");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> kilowattHours.requireFineEnough(small, grid(3599)));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.endsWith("use at least 3600 s"), message);
        assertDoesNotThrow(() -> kilowattHours.requireFineEnough(small, grid(3600)));
    }

    @Test
    void aWattHourRegisterDoesForTwoSecondsAt150Megawatts() {
        assertDoesNotThrow(
                () -> new Register(WIDE, new Energy(1)).requireFineEnough(ActivePower.parse("150 MW"), grid(2)));
    }

    @Test
    void salePeriodsAreWholeSecondsFromTwoToAnHour() {
        assertThrows(IllegalArgumentException.class, () -> grid(1));
        assertThrows(IllegalArgumentException.class, () -> grid(3601));
        assertThrows(IllegalArgumentException.class, () -> new IntervalGrid(Duration.ofMillis(2500)));
    }

    @Test
    void intervalsAreAlignedToTheEpochBeforeItToo() {
        assertEquals(
                new Interval(Instant.parse("1969-12-31T23:55:00Z"), Instant.EPOCH),
                grid(300).at(Instant.parse("1969-12-31T23:59:59.999Z")));
        assertEquals(Instant.EPOCH, grid(300).at(Instant.EPOCH).start());
    }

    @Test
    void aClockIsSuspectBeyondOneHundredthOfThePeriodOrTwoSeconds() {
        assertFalse(TimeCheck.isSuspect(Duration.ofSeconds(-2), grid(60)));
        assertTrue(TimeCheck.isSuspect(Duration.ofMillis(-2001), grid(60)));
        assertFalse(TimeCheck.isSuspect(Duration.ofSeconds(3), grid(300)));
        assertTrue(TimeCheck.isSuspect(Duration.ofMillis(3001), grid(300)));
    }

    private static IntervalGrid grid(long seconds) {
        return new IntervalGrid(Duration.ofSeconds(seconds));
    }
}
