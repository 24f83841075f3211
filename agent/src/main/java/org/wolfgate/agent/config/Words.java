package org.wolfgate.agent.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Small vocabularies of configuration files, as parsers that say what they would have accepted. */
final class Words {

    private static final Map<String, Integer> SPANS = Map.of("s", 1, "min", 60, "h", 3600);

    private Words() {}

    /** The constants of an enum, written in lower case with hyphens. */
    static <E extends Enum<E>> Function<String, E> of(Class<E> kind) {
        return text -> Arrays.stream(kind.getEnumConstants())
                .filter(constant -> word(constant).equalsIgnoreCase(text.strip().replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Arrays.stream(kind.getEnumConstants())
                                .map(Words::word)
                                .collect(Collectors.joining(", "))));
    }

    static boolean truth(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    /** A block length such as {@code 15 min}, in seconds. */
    static int blockSeconds(String text) {
        String[] parts = text.strip().split(" +", 2);
        Integer unit = parts.length == 2 ? SPANS.get(parts[1]) : null;
        if (unit == null || !parts[0].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is no block length: write it as 15 min, 300 s or 1 h");
        }
        int seconds = Integer.parseInt(parts[0]) * unit;
        if (seconds == 0 || 3600 % seconds != 0) {
            throw new IllegalArgumentException("a block of " + text + " does not divide an hour");
        }
        return seconds;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
