package org.wolfgate.agent.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and quantities given as option values. */
final class TimeText {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(s|min|h)");

    private TimeText() {}

    /** A time span such as 60s, 5min or 1h. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no time span: write 60s, 5min or 1h");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /** A quantity with the space between number and unit that a shell makes awkward: 14MW becomes 14 MW. */
    static String spaced(String quantity) {
        return quantity.replaceFirst("(?<=\\d) ?(?=[A-Za-z])", " ");
    }
}
