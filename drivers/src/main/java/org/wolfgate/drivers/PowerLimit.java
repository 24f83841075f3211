package org.wolfgate.drivers;

import java.time.Duration;
import java.util.Optional;

/**
 * The set-point of a plant that holds its injection at or below a cap. Used by the thread of its bus only; blocks at
 * most the deadline of its bus for each request, and never throws.
 */
public interface PowerLimit {

    /**
     * Writes the set-point once, then reads it back. What was commanded and what the plant confirms are different things.
     *
     * @param cap the most the plant may inject; below zero counts as zero; rounded down where the plant is coarser
     * @return what the plant confirms: GOOD if it holds what was written, or less; SUSPECT if something else; SUBSTITUTED
     *     if it was told but has nothing to confirm it with; MISSING if the write or the read-back had no good answer (the
     *     plant may or may not have taken it)
     */
    Reading<ActivePower> apply(ActivePower cap);

    /** Reads the set-point now in the plant. An echo is no proof that the plant obeys it: only the meter is. */
    Reading<ActivePower> readBack();

    /** What the plant could inject if nothing held it back; MISSING if it does not say. */
    default Reading<ActivePower> available() {
        return Reading.missing("this plant does not report its available power");
    }

    /**
     * How often {@link #refresh} must be called so that the plant goes on holding what it was told: its dead man's handle.
     * Empty if it holds it without.
     */
    default Optional<Duration> refreshPeriod() {
        return Optional.empty();
    }

    /**
     * Tells the plant again what it was last told, so that its revert timer starts anew. Does not tell it anything that it
     * was not told before.
     *
     * @return as from {@link #apply}; the read-back alone if nothing was told yet
     */
    default Reading<ActivePower> refresh() {
        return readBack();
    }
}
