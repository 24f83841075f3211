package org.wolfgate.agent.pricing;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on generated inputs; a failure names the seed that made it. */
final class Property {

    private static final int RUNS = 2_000;

    private Property() {}

    /** The seeds count up from {@code -Dseed=N}, 1 by default. */
    static void holds(Consumer<Random> property) {
        long first = Long.getLong("seed", 1);
        for (long seed = first; seed < first + RUNS; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("with -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** Between both bounds, each included. */
    static int between(Random random, int low, int high) {
        return low + random.nextInt(high - low + 1);
    }
}
