package org.wolfgate.agent.cli;

import java.util.Arrays;

/** Numbers given as option values. */
final class NumberText {

    private NumberText() {}

    /** One finite number, or a fraction such as 1/4. */
    static double number(String where, String text) {
        try {
            int slash = text.indexOf('/');
            double value = slash < 0
                    ? Double.parseDouble(text.strip())
                    : Double.parseDouble(text.substring(0, slash).strip())
                            / Double.parseDouble(text.substring(slash + 1).strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message(where, text), e);
        }
        throw new IllegalArgumentException(message(where, text));
    }

    /** Numbers separated by commas. */
    static double[] list(String where, String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToDouble(part -> number(where, part))
                .toArray();
    }

    /** Two numbers separated by a comma. */
    static double[] pair(String where, String text) {
        double[] values = list(where, text);
        if (values.length != 2) {
            throw new IllegalArgumentException(
                    where + ": '" + text + "' has " + values.length + " numbers, needs two; write them like 32,52");
        }
        return values;
    }

    private static String message(String where, String text) {
        return where + ": '" + text + "' is no finite number; write it like 28.5";
    }
}
