package org.wolfgate.drivers.sim;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * What a meter shows of the true flow: power and frequency with noise of about one step of its own resolution, and
 * counters that count the truth.
 */
final class MeterModel {

    private static final long POWER_STEP = 1_000;
    private static final long WATT_MICROSECONDS_PER_WATT_HOUR = 3_600_000_000L;

    private final RandomGenerator random;
    private ActivePower power = ActivePower.ZERO;
    private Frequency frequency;
    private long exported;
    private long imported;
    private long exportedRest;
    private long importedRest;

    /** A meter that has counted before, as every meter in the field has. */
    MeterModel(Frequency nominal, Energy exportedBefore, Energy importedBefore, RandomGenerator random) {
        this.frequency = nominal;
        this.exported = exportedBefore.wattHours();
        this.imported = importedBefore.wattHours();
        this.random = random;
    }

    /** The flow that held during a time; positive is injection. */
    void observe(ActivePower flow, Frequency trueFrequency, Duration during) {
        long steps = Math.round(flow.watts() / (double) POWER_STEP + 0.5 * random.nextGaussian());
        power = new ActivePower(steps * POWER_STEP);
        frequency = new Frequency(trueFrequency.millihertz() + (int) Math.round(0.5 * random.nextGaussian()));
        long work = flow.watts() * (during.toNanos() / 1_000);
        exportedRest += Math.max(0, work);
        importedRest += Math.max(0, -work);
        exported += exportedRest / WATT_MICROSECONDS_PER_WATT_HOUR;
        imported += importedRest / WATT_MICROSECONDS_PER_WATT_HOUR;
        exportedRest %= WATT_MICROSECONDS_PER_WATT_HOUR;
        importedRest %= WATT_MICROSECONDS_PER_WATT_HOUR;
    }

    ActivePower power() {
        return power;
    }

    Frequency frequency() {
        return frequency;
    }

    Energy exported() {
        return new Energy(exported);
    }

    Energy imported() {
        return new Energy(imported);
    }
}
