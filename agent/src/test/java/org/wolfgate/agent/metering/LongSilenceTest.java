package org.wolfgate.agent.metering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** Weeks without a meter, and a clock that jumps by a year: bounded work, and no interval dropped. */
class LongSilenceTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void threeWeeksWithoutAMeterAreSharedOutWhenItComesBack() {
        IntervalMeter meter = new IntervalMeter(rule());
        List<MeteredInterval> emitted = new ArrayList<>(meter.accept(START, exported(0)));
        Instant end = START.plus(Duration.ofDays(21));
        for (Instant now = START; now.isBefore(end); now = now.plus(Duration.ofHours(1))) {
            emitted.addAll(meter.tick(now));
        }
        assertTrue(meter.state().open().isEmpty(), "silence takes no memory");
        emitted.addAll(meter.accept(end, exported(50_000_000_000L)));
        List<MeteredInterval> second =
                emitted.stream().filter(one -> one.energy().isPresent()).toList();
        assertEquals(21 * 288, second.size());
        assertEquals(
                50_000_000_000L,
                second.stream()
                        .mapToLong(one -> one.net().orElseThrow().wattHours())
                        .sum());
    }

    @Test
    void aYearAheadIsReportedInBitesAndNotShared() {
        IntervalMeter meter = new IntervalMeter(rule());
        meter.accept(START, exported(0));
        Instant later = START.plus(Duration.ofDays(365));
        List<MeteredInterval> emitted = new ArrayList<>(meter.accept(later, exported(1_000_000)));
        assertEquals(10_000, emitted.size());
        for (int i = 0; i < 20; i++) {
            emitted.addAll(meter.tick(later));
        }
        assertEquals(365 * 288, emitted.size());
        assertTrue(emitted.stream().allMatch(one -> one.quality() == IntervalQuality.MISSING && one.version() == 1));
        assertTrue(emitted.get(0).flags().contains(MeteringFlag.GAP_TOO_LONG));
    }

    @Test
    void aRegisterThatFailsForLongKeepsTheStateSmall() {
        IntervalMeter meter = new IntervalMeter(rule());
        meter.accept(START, exported(0));
        for (int minute = 1; minute < 5000; minute++) {
            meter.accept(
                    START.plus(Duration.ofMinutes(minute)),
                    new MeterReading(
                            Reading.good(ActivePower.parse("12 MW")),
                            Reading.good(new Frequency(49_990 + minute % 20)),
                            Reading.missing("exception 2 on register 0x0156"),
                            Reading.missing("exception 2 on register 0x0156")));
        }
        assertTrue(meter.state().open().size() <= 300, "details of the oldest intervals are dropped");
        List<MeteredInterval> back = meter.accept(START.plus(Duration.ofMinutes(5000)), exported(1_000_000_000L));
        assertEquals(
                1_000_000_000L,
                back.stream()
                        .mapToLong(one -> one.net().orElseThrow().wattHours())
                        .sum());
    }

    private static MeterReading exported(long wattHours) {
        return new MeterReading(
                Reading.missing("not read"),
                Reading.missing("not read"),
                Reading.good(new Energy(wattHours)),
                Reading.missing("not read"));
    }

    private static MeterRule rule() {
        return new MeterRule(
                new IntervalGrid(Duration.ofMinutes(5)),
                EnergySource.EXPORT_REGISTER,
                new Register(new Energy(1_000_000_000_000L), new Energy(1)),
                ActivePower.parse("150 MW"),
                Frequency.parse("50 Hz"),
                new Frequency(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(90),
                Duration.ofMinutes(2));
    }
}
