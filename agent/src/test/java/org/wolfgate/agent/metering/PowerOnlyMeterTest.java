package org.wolfgate.agent.metering;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** A meter that has no register: nothing may get lost between its intervals. */
class PowerOnlyMeterTest {

    private static final BigDecimal HALF_WATT_MILLIS_PER_WATT_HOUR = new BigDecimal(7_200_000);

    private static final long END_MILLIS = 1_800_000;

    static List<Long> seeds() {
        return new Random(7_200_000).longs(100).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theIntervalsAreLessThanOneStepShortOfTheIntegral(long seed) {
        Random random = new Random(seed);
        Energy step = new Energy(1 + random.nextInt(1000));
        IntervalMeter meter = new IntervalMeter(rule(step));
        BigDecimal doubled = BigDecimal.ZERO;
        long metered = 0;
        long last = random.nextInt(300_000_000) - 150_000_000L;
        meter.accept(Instant.EPOCH, reading(last));
        for (long millis = 0; millis < END_MILLIS; ) {
            long pause = Math.min(END_MILLIS - millis, 1_000L + random.nextInt(9_000));
            long watts = random.nextInt(300_000_000) - 150_000_000L;
            doubled = doubled.add(BigDecimal.valueOf(pause).multiply(BigDecimal.valueOf(last + watts)));
            millis += pause;
            last = watts;
            metered += meter.accept(Instant.ofEpochMilli(millis), reading(watts)).stream()
                    .mapToLong(one -> one.net().orElseThrow().wattHours())
                    .sum();
        }
        BigDecimal kept = doubled.subtract(BigDecimal.valueOf(metered).multiply(HALF_WATT_MILLIS_PER_WATT_HOUR));
        BigDecimal oneStep = BigDecimal.valueOf(step.wattHours()).multiply(HALF_WATT_MILLIS_PER_WATT_HOUR);
        assertTrue(kept.signum() >= 0 && kept.compareTo(oneStep) < 0, () -> kept + " left over, step " + step);
    }

    private static MeterReading reading(long watts) {
        Reading<Energy> none = Reading.missing("the meter has no register");
        return new MeterReading(Reading.good(new ActivePower(watts)), Reading.missing("not read"), none, none);
    }

    private static MeterRule rule(Energy step) {
        return new MeterRule(
                new IntervalGrid(Duration.ofMinutes(1)),
                EnergySource.POWER,
                new Register(new Energy(1_000_000_000), step),
                ActivePower.parse("150 MW"),
                Frequency.parse("50 Hz"),
                new Frequency(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
    }
}
