package org.wolfgate.agent.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * A meter with a random history: plausible flow in both directions, registers that roll over, readings that jitter or
 * fail for a while, in part or whole, and single values that are wrong by half the register's range. It keeps its own count of the energy, without modulus and without intervals, and
 * ends on an edge so that every interval is closed.
 */
final class RandomMeter {

    private static final long HALF_RANGE = 20_000_000;
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final long seed;
    private final Random random;
    private final MeterRule rule;
    private final List<Visit> visits = new ArrayList<>();
    private long exported;
    private long imported;
    private long countedFrom;
    private long countedTo;
    private boolean heard;
    private boolean misread;

    /** A reading of the meter, or only the time where it was silent. */
    record Visit(Instant at, boolean answered, MeterReading reading) {

        List<MeteredInterval> to(IntervalMeter meter) {
            return answered ? meter.accept(at, reading) : meter.tick(at);
        }
    }

    RandomMeter(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        long step = random.nextBoolean() ? 1 : 10;
        this.rule = new MeterRule(
                new IntervalGrid(Duration.ofSeconds(new long[] {30, 60, 300}[random.nextInt(3)])),
                EnergySource.BOTH_REGISTERS,
                new Register(new Energy(2 * HALF_RANGE), new Energy(step)),
                ActivePower.parse("150 MW"),
                Frequency.parse("50 Hz"),
                new Frequency(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(12),
                Duration.ofSeconds(random.nextInt(120)));
        this.exported = random.nextInt(40_000_000) / step * step;
        this.imported = random.nextInt(40_000_000) / step * step;
        history(step);
    }

    MeterRule rule() {
        return rule;
    }

    List<Visit> visits() {
        return visits;
    }

    /** The net energy from the first good reading to the last; all of it falls into closed intervals. */
    Energy counted() {
        return new Energy(countedTo - countedFrom);
    }

    @Override
    public String toString() {
        return "random meter of seed " + seed;
    }

    private void history(long step) {
        long millis = 0;
        int failing = 0;
        boolean blockOnly = false;
        for (int i = 0; i < 400; i++) {
            long pause = 4_000L + random.nextInt(2_000);
            millis += pause;
            count(pause, step);
            if (failing == 0 && random.nextInt(40) == 0) {
                failing = 1 + random.nextInt(60);
                blockOnly = random.nextBoolean();
            }
            visits.add(visit(millis, failing == 0, blockOnly));
            failing = Math.max(0, failing - 1);
        }
        long length = rule.grid().millis();
        long end = Math.floorDiv(millis, length) * length + length;
        count(end - millis, step);
        visits.add(visit(end, true, false));
    }

    private void count(long millis, long step) {
        long most = 150_000_000L * millis / 3_600_000;
        exported += random.nextLong(most) / step * step;
        imported += random.nextInt(3) == 0 ? random.nextLong(most) / step * step : 0;
    }

    private Visit visit(long millis, boolean works, boolean blockOnly) {
        Instant at = START.plusMillis(millis);
        if (!works && !blockOnly) {
            return new Visit(at, false, MeterReading.missing("silent"));
        }
        Reading<ActivePower> power = Reading.good(new ActivePower(random.nextInt(150_000_000) - 20_000_000));
        Reading<Frequency> frequency = Reading.good(new Frequency(49_990 + random.nextInt(20)));
        if (!works) {
            Reading<Energy> none = Reading.missing("register block failed");
            return new Visit(at, true, new MeterReading(power, frequency, none, none));
        }
        misread = heard && !misread && millis % rule.grid().millis() != 0 && random.nextInt(25) == 0;
        countedFrom = heard ? countedFrom : exported - imported;
        heard = true;
        countedTo = misread ? countedTo : exported - imported;
        return new Visit(
                at,
                true,
                new MeterReading(
                        power, frequency, register(misread ? exported + HALF_RANGE : exported), register(imported)));
    }

    private Reading<Energy> register(long count) {
        return Reading.good(new Energy(count % rule.register().modulus().wattHours()));
    }
}
