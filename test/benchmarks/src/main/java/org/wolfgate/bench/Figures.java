package org.wolfgate.bench;

import java.util.Locale;

/** How figures are printed: {@code name: value unit}. */
final class Figures {

    private Figures() {}

    static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s: %.4g %s%n", name, value, unit);
    }
}
