package org.wolfgate.agent.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How single values are written in a configuration file. Each parser throws IllegalArgumentException for its reader. */
final class Values {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) (ms|s|min|h)");

    private Values() {}

    /** A name that is safe in topics, file names and messages. */
    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no name: use lower-case letters, digits and '-', at most 41 characters");
        }
        return text;
    }

    /** One level of a topic: anything without the characters that mean something there. */
    static String topicLevel(String text) {
        if (text.isBlank() || text.length() > 100 || text.matches(".*[/+#\\p{Cntrl}].*")) {
            throw new IllegalArgumentException("'" + text
                    + "' cannot stand in a topic: leave out '/', '+' and '#', and stay below 100 characters");
        }
        return text;
    }

    /** A time span such as {@code 10 s}. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no time span: write 10 s, 500 ms, 5 min or 1 h");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /** A UTC time such as {@code 2026-11-22T06:00:00Z}. */
    static Instant instant(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no UTC time: write 2026-11-22T06:00:00Z", e);
        }
    }

    /** One of the constants of an enum, as the file writes it: in lower case with '-'. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not one of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(type.getEnumConstants())
                                .map(Values::word)
                                .toList()));
    }

    /** The address of a broker, {@code tcp://host:port} or {@code ssl://host:port}. */
    static URI broker(String text) {
        try {
            URI uri = new URI(text);
            boolean known = "tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65_536) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below together with addresses of another form.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no broker address: write ssl://host:port or tcp://host:port");
    }

    /** A number of percent with its sign, such as {@code 0.2 %}. */
    static BigDecimal percent(String text) {
        String stripped = text.strip();
        try {
            if (stripped.endsWith("%")) {
                return new BigDecimal(
                        stripped.substring(0, stripped.length() - 1).strip());
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is no percentage: write 0.2 %");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
