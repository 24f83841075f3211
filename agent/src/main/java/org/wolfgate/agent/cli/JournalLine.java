package org.wolfgate.agent.cli;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One log record as one line: the room it comes from, what it says, and what caused it, in that order. Nothing that looks
 * like a secret passes.
 */
final class JournalLine {

    /** {@code user:password@} in an address; a field named as a secret, with what follows it; the private part of a JWK. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(://[^/\\s:@]+:)[^@\\s]+(?=@)|((?:password|passwd|secret|token)\"?\\s*[=:]\\s*\"?)[^\\s\",;]+"
                    + "|(\"d\"\\s*:\\s*\")[A-Za-z0-9_-]{20,}");

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END|$)", Pattern.DOTALL);

    private JournalLine() {}

    /** Severity as the journal counts it (sd-daemon(3)): 3 error, 4 warning, 6 information, 7 detail. */
    static int priority(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return 3;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return 4;
        }
        return level.intValue() >= Level.INFO.intValue() ? 6 : 7;
    }

    /** The text of a record, already formatted. */
    static String of(LogRecord record, String message) {
        String text = room(record.getLoggerName()) + message + cause(record.getThrown());
        String shown = PEM.matcher(text).replaceAll("(private key left out)");
        shown = SECRET.matcher(shown)
                .replaceAll(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                                .filter(group -> group != null)
                                .collect(Collectors.joining())
                        + "***");
        return shown.strip().replaceAll("\\s*[\\r\\n]+\\s*", " | ");
    }

    /** The last package of the class that speaks. */
    private static String room(@Nullable String logger) {
        String[] parts = String.valueOf(logger).split("\\.", -1);
        return parts.length < 2 ? "" : "[" + parts[parts.length - 2] + "] ";
    }

    private static String cause(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append("; ").append(each);
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length == 0 ? text.toString() : text + "; at " + stack[0];
    }
}
