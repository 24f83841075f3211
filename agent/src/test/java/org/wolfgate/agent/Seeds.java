package org.wolfgate.agent;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on generated inputs; a failure names the seed that made it. */
public final class Seeds {

    private Seeds() {}

    /** The seeds count up from {@code -Dseed=N}, 1 by default. */
    public static void holds(int runs, Consumer<Random> property) {
        long first = Long.getLong("seed", 1);
        for (long seed = first; seed < first + runs; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dseed=" + seed + ": " + e, e);
            }
        }
    }
}
