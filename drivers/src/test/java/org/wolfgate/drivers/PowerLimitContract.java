package org.wolfgate.drivers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PowerLimit} must keep, judged by a witness at the plant and not by its echo. */
public interface PowerLimitContract {

    /** A plant with a limit, and somebody who looks at the plant itself. */
    interface Rig {

        PowerLimit limit();

        ActivePower rating();

        /** What the plant lets through now, whatever the limit says of it. */
        ActivePower allowed();

        /** From now on nothing that the limit does reaches the plant, and nothing comes back. */
        void cutOff();

        /** Whether the plant can confirm what it holds. */
        default boolean confirms() {
            return true;
        }
    }

    /** A fresh plant that was never told anything. */
    Rig rig();

    @Test
    default void whateverTheOrderNoCapIsEverExceeded() {
        Rig rig = rig();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            ActivePower cap = new ActivePower(random.nextLong(rig.rating().watts() + 1));
            Reading<ActivePower> held = rig.limit().apply(cap);
            assertTrue(
                    rig.allowed().compareTo(cap) <= 0,
                    () -> "seed " + seed + ": cap " + cap + ", plant lets " + rig.allowed() + ", said " + held);
        }
    }

    @Test
    default void zeroIsObeyedAsZero() {
        Rig rig = rig();
        rig.limit().apply(ActivePower.ZERO);
        assertEquals(ActivePower.ZERO, rig.allowed());
    }

    @Test
    default void aCapBelowZeroCountsAsZero() {
        Rig rig = rig();
        rig.limit().apply(new ActivePower(-5_000_000));
        assertEquals(ActivePower.ZERO, rig.allowed());
    }

    @Test
    default void aReleaseGivesTheWholeRatingBack() {
        Rig rig = rig();
        rig.limit().apply(ActivePower.ZERO);
        rig.limit().apply(rig.rating());
        assertTrue(rig.allowed().compareTo(rig.rating()) >= 0, rig.allowed().toString());
        rig.limit().apply(new ActivePower(2 * rig.rating().watts()));
        assertTrue(rig.allowed().compareTo(rig.rating()) >= 0, rig.allowed().toString());
    }

    @Test
    default void whatIsConfirmedIsWhatThePlantHolds() {
        Rig rig = rig();
        for (int percent : new int[] {50, 0, 75, 30, 100}) {
            Reading<ActivePower> held =
                    rig.limit().apply(new ActivePower(rig.rating().watts() * percent / 100));
            assertEquals(rig.confirms() ? Quality.GOOD : Quality.SUBSTITUTED, held.quality(), held.reason());
            assertEquals(rig.allowed(), held.value().orElseThrow());
            assertEquals(held.value(), rig.limit().readBack().value());
        }
    }

    @Test
    default void aPlantThatCannotBeReachedConfirmsNothing() {
        Rig rig = rig();
        rig.limit().apply(ActivePower.ZERO);
        rig.cutOff();
        Reading<ActivePower> held = rig.limit().apply(rig.rating());
        assertNotEquals(Quality.GOOD, held.quality());
        assertTrue(held.reason().length() > 20, held.reason());
        assertEquals(ActivePower.ZERO, rig.allowed());
    }

    @Test
    default void aRefreshTellsThePlantNothingThatItWasNotTold() {
        Rig rig = rig();
        ActivePower before = rig.allowed();
        rig.limit().refresh();
        assertEquals(before, rig.allowed());
        rig.limit().apply(new ActivePower(rig.rating().watts() / 2));
        ActivePower held = rig.allowed();
        rig.limit().refresh();
        assertEquals(held, rig.allowed());
    }
}
