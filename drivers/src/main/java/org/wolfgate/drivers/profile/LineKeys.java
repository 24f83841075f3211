package org.wolfgate.drivers.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.yaml.Section;

/** Keys that all families of Modbus lines share. */
final class LineKeys {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) (ms|s)");

    private LineKeys() {}

    static LineSettings settings(String name, Section keys, Path profiles, LineAddress far) {
        Duration deadline = keys.optional("deadline", LineKeys::deadline).orElse(Duration.ofSeconds(1));
        Duration gap = keys.optional("gap", LineKeys::gap).orElse(Duration.ZERO);
        return new ModbusLineSettings(
                () -> far.open(name, deadline, gap), new Profiles(profiles), Map.of(), Map.of(), Map.of());
    }

    static int port(Section keys, int common) {
        return keys.optional("port", text -> Numbers.within(text, 1, 65_535)).orElse(common);
    }

    private static Duration gap(String text) {
        Matcher matcher = DURATION.matcher(text);
        Duration gap = matcher.matches() ? time(matcher) : Duration.ofDays(1);
        if (gap.toMillis() > 5_000) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no gap from 0 ms to 5 s; 'wolfgate tune' measures what the devices need");
        }
        return gap;
    }

    private static Duration time(Matcher matcher) {
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }

    private static Duration deadline(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration: write it like 500 ms or 2 s");
        }
        Duration deadline = time(matcher);
        if (deadline.toMillis() < 10 || deadline.toSeconds() > 60) {
            throw new IllegalArgumentException("a deadline of " + text + "; it must be 10 ms to 60 s");
        }
        return deadline;
    }
}
