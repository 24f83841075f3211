package org.wolfgate.drivers;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one visit to a meter gave, each quantity with its own quality.
 *
 * @param power positive is injection into the grid
 * @param exported register of energy injected into the grid, never negative
 * @param imported register of energy taken from the grid, never negative
 * @param reactive reactive power and voltage; empty unless the meter is asked for them
 */
public record MeterReading(
        Reading<ActivePower> power,
        Reading<Frequency> frequency,
        Reading<Energy> exported,
        Reading<Energy> imported,
        Optional<Reactive> reactive) {

    /** Reactive power and the voltage that prices it. */
    public record Reactive(Reading<ReactivePower> power, Reading<GridVoltage> voltage) {}

    /** A visit that did not ask for reactive power. */
    public MeterReading(
            Reading<ActivePower> power,
            Reading<Frequency> frequency,
            Reading<Energy> exported,
            Reading<Energy> imported) {
        this(power, frequency, exported, imported, Optional.empty());
    }

    /** Nothing came back. */
    public static MeterReading missing(String reason) {
        return new MeterReading(
                Reading.missing(reason), Reading.missing(reason), Reading.missing(reason), Reading.missing(reason));
    }

    /** Whether the meter gave any value at this visit: the sign that it is alive. */
    public boolean answered() {
        return Stream.of(power, frequency, exported, imported).anyMatch(Reading::isFresh);
    }
}
