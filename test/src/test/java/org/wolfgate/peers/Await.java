package org.wolfgate.peers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process or thread does: returns at once when it has happened, fails when it does not. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(Integer.getInteger("wolfgate.patience", 60));
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private Await() {}

    /** Until the condition holds; the text says what was waited for. */
    public static void until(String what, BooleanSupplier condition) {
        until(what, condition, () -> "");
    }

    /** As above; {@code seen} says at a failure what was there instead. */
    public static void until(String what, BooleanSupplier condition, Supplier<String> seen) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new AssertionError(
                        "waited " + LONGEST.toSeconds() + " s in vain until " + what + "; " + seen.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
