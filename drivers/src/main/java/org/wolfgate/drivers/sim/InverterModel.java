package org.wolfgate.drivers.sim;

import java.time.Duration;
import org.wolfgate.drivers.ActivePower;

/**
 * The physics of an inverter with a ceiling in percent and a revert timer: its output follows what is available and
 * allowed at a limited slew; when the timer runs out it takes its revert limit. Pure: stepped from outside.
 */
final class InverterModel {

    private static final long MILLIS = 1_000;

    /** Share of the rating per second that the output can change by, as a divisor. */
    private static final long SLEW_DIVISOR = 5;

    private final long rating;
    private long available;
    private long output;
    private long exportedWattMillis;
    private Ceiling ceiling = new Ceiling(10_000, false);
    private Ceiling revert = new Ceiling(10_000, false);
    private long timerSeconds;
    private long remainingMillis;

    /**
     * A limit.
     *
     * @param hundredths hundredths of a percent of the rating, 0 to 10000
     */
    record Ceiling(int hundredths, boolean on) {}

    InverterModel(ActivePower rating) {
        this.rating = rating.watts();
        this.available = this.rating;
        this.output = this.rating;
    }

    void available(ActivePower power) {
        available = Math.max(0, Math.min(rating, power.watts()));
    }

    /** Takes a limit; the timer starts anew. */
    void limit(Ceiling wanted) {
        ceiling = wanted;
        remainingMillis = timerSeconds * MILLIS;
    }

    /** Sets the timer; 0 means that the limit holds for ever. */
    void timer(long seconds) {
        timerSeconds = seconds;
        remainingMillis = seconds * MILLIS;
    }

    void revertTo(Ceiling wanted) {
        revert = wanted;
    }

    void step(Duration time) {
        long millis = time.toMillis();
        if (remainingMillis > 0 && remainingMillis <= millis) {
            ceiling = revert;
        }
        remainingMillis = Math.max(0, remainingMillis - millis);
        long allowed = ceiling.on() ? rating * ceiling.hundredths() / 10_000 : rating;
        long slew = Math.max(1, rating / SLEW_DIVISOR * millis / MILLIS);
        long change = Math.min(available, allowed) - output;
        output += Math.max(-slew, Math.min(slew, change));
        exportedWattMillis += output * millis;
    }

    Ceiling ceiling() {
        return ceiling;
    }

    Ceiling revert() {
        return revert;
    }

    long timerSeconds() {
        return timerSeconds;
    }

    long remainingSeconds() {
        return (remainingMillis + MILLIS - 1) / MILLIS;
    }

    long rating() {
        return rating;
    }

    long available() {
        return available;
    }

    long output() {
        return output;
    }

    long exportedWattHours() {
        return exportedWattMillis / 3_600_000;
    }
}
