package org.wolfgate.agent.uplink.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.LocalDate;

/** Times of whole seconds as records have them, {@code 2026-11-22T06:30:00Z}, without making objects of them. */
final class SecondText {

    private static final int LENGTH = 20;
    private static final long DAY = 86_400;

    private SecondText() {}

    /**
     * Epoch seconds of a text between two positions; a fraction of a second is cut off.
     *
     * @throws java.time.DateTimeException if it is no time
     */
    static long parse(byte[] text, int from, int to) {
        if (to - from != LENGTH || text[to - 1] != 'Z' || text[from + 10] != 'T') {
            return Instant.parse(new String(text, from, to - from, US_ASCII)).getEpochSecond();
        }
        int year = 100 * two(text, from) + two(text, from + 2);
        long day = LocalDate.of(year, two(text, from + 5), two(text, from + 8)).toEpochDay();
        return day * DAY + 3600L * two(text, from + 11) + 60L * two(text, from + 14) + two(text, from + 17);
    }

    private static int two(byte[] text, int at) {
        return 10 * (text[at] - '0') + text[at + 1] - '0';
    }
}
