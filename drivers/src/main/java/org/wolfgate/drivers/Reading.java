package org.wolfgate.drivers;

import java.util.Optional;
import java.util.function.Function;

/**
 * A value with what it is worth. A failed exchange is a reading without a value, never a zero.
 *
 * @param value empty exactly when the quality is {@link Quality#MISSING}
 * @param reason why the quality is not GOOD, one line that names bus, unit and point; empty if it is GOOD
 */
public record Reading<T>(Optional<T> value, Quality quality, String reason) {

    public Reading {
        if (value.isPresent() == (quality == Quality.MISSING)) {
            throw new IllegalArgumentException("a reading has no value exactly when it is MISSING, not " + quality);
        }
    }

    public static <T> Reading<T> good(T value) {
        return new Reading<>(Optional.of(value), Quality.GOOD, "");
    }

    public static <T> Reading<T> suspect(T value, String reason) {
        return new Reading<>(Optional.of(value), Quality.SUSPECT, reason);
    }

    /** A value put in place of a measurement, such as what was commanded where nothing can confirm it. */
    public static <T> Reading<T> substituted(T value, String reason) {
        return new Reading<>(Optional.of(value), Quality.SUBSTITUTED, reason);
    }

    public static <T> Reading<T> missing(String reason) {
        return new Reading<>(Optional.empty(), Quality.MISSING, reason);
    }

    /** Whether there is a value, of this visit and not one that is remembered. */
    public boolean isFresh() {
        return value.isPresent() && quality != Quality.STALE;
    }

    public boolean isGood() {
        return quality == Quality.GOOD;
    }

    /** The same worth with another value. */
    public <R> Reading<R> map(Function<T, R> function) {
        return new Reading<>(value.map(function), quality, reason);
    }
}
