package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in profiles, decimal or hexadecimal as manuals print them. */
final class Numbers {

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,3}) s");

    private Numbers() {}

    /**
     * A whole number such as {@code 3059} or {@code 0x0BF3}.
     *
     * @throws IllegalArgumentException if it is none, or outside the range
     */
    static int within(String text, int least, int most) {
        long value = pattern(text);
        if (value < least || value > most) {
            throw new IllegalArgumentException(text + " is outside " + least + " to " + most);
        }
        return (int) value;
    }

    /**
     * Up to 64 bits.
     *
     * @throws IllegalArgumentException if it is no whole number without sign
     */
    static long pattern(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        try {
            return lower.startsWith("0x")
                    ? Long.parseUnsignedLong(lower.substring(2), 16)
                    : Long.parseUnsignedLong(lower);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number; write it like 3059 or 0x0BF3", e);
        }
    }

    /**
     * How often something is read at most, 2 s to 60 s.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Duration rhythm(String text) {
        Matcher matcher = SECONDS.matcher(text);
        long seconds = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        if (seconds < 2 || seconds > 60) {
            throw new IllegalArgumentException("'" + text + "' is no period from 2 s to 60 s");
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * A positive factor such as {@code 0.01}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static BigDecimal factor(String text) {
        try {
            BigDecimal factor = new BigDecimal(text.strip());
            if (factor.signum() > 0 && Math.abs(factor.scale()) < 20) {
                return factor;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number", e);
        }
        throw new IllegalArgumentException(text + " is no usable factor; it must be positive, such as 0.01");
    }

    /**
     * {@code true} or {@code false}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }
}
