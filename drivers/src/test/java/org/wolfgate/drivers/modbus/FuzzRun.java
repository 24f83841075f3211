package org.wolfgate.drivers.modbus;

import java.util.Random;

/** How long fuzzing goes on, from which seed, and what it says at the end. {@code -Dwolfgate.fuzz=1000000} for the long run. */
final class FuzzRun {

    static final long SEED = Long.getLong("wolfgate.seed", 20_261_122L);

    private FuzzRun() {}

    static int cases(int shortRun) {
        return Integer.getInteger("wolfgate.fuzz", shortRun);
    }

    static Random random() {
        return new Random(SEED);
    }

    static void seen(String what, int cases, String outcome) {
        System.out.println("fuzz, " + what + ": " + cases + " cases, " + outcome + " (seed " + SEED + ")");
    }
}
