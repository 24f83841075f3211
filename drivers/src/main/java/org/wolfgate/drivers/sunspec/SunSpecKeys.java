package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.yaml.Section;

/** The keys of a meter or plant whose profile is {@code sunspec}: it describes itself, so no file is needed. */
public final class SunSpecKeys {

    /** The name that stands in place of a profile. */
    public static final String PROFILE = "sunspec";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) (s|min)");
    private static final Duration SHORTEST = Duration.ofSeconds(6);
    private static final Duration LONGEST = Duration.ofHours(8);

    private SunSpecKeys() {}

    /**
     * A meter: {@code positive-power}, required since the standard leaves it open for meters, and {@code measurement}, the
     * number of the meter model among several.
     */
    public static Function<ModbusLine, Meter> meter(int unit, boolean inverted, Section keys) {
        boolean importPositive = keys.require("positive-power", SunSpecKeys::importPositive, false);
        int index = keys.optional("measurement", SunSpecKeys::index).orElse(1);
        return line -> new SunSpecMeter(new SunSpecDevice(line, unit), index, importPositive != inverted);
    }

    /** A set-point: {@code revert-after}, {@code revert-to} and {@code toggle-enable}, all optional. */
    public static Function<ModbusLine, PowerLimit> limit(int unit, ActivePower rating, Section keys) {
        LimitOptions options = new LimitOptions(
                keys.optional("revert-after", SunSpecKeys::timer),
                keys.optional("revert-to", SunSpecKeys::percent),
                keys.optional("toggle-enable", SunSpecKeys::flag).orElse(false));
        if (options.revertTo().isPresent() && options.revertAfter().isEmpty()) {
            keys.problemAt("revert-to", "'revert-to' without a timer is never used", "add 'revert-after'");
        }
        return line -> new SunSpecLimit(new SunSpecDevice(line, unit), rating, options);
    }

    private static boolean importPositive(String text) {
        return switch (text) {
            case "import" -> true;
            case "export" -> false;
            default ->
                throw new IllegalArgumentException(
                        "'" + text
                                + "' is no direction: write export for an inverter; for a meter, what its positive power means");
        };
    }

    private static int index(String text) {
        if (!text.matches("[1-9]\\d?")) {
            throw new IllegalArgumentException("'" + text + "' is no number from 1 to 99");
        }
        return Integer.parseInt(text);
    }

    private static Duration timer(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no duration: write it like 60 s or 5 min");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration timer = matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
        if (timer.compareTo(SHORTEST) < 0 || timer.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a timer of " + text + "; it must be 6 s to 8 h");
        }
        return timer;
    }

    private static BigDecimal percent(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,3}(\\.\\d{1,2})?) %").matcher(text);
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).compareTo(new BigDecimal(100)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is no share: write 0 % to 100 %");
        }
        return new BigDecimal(matcher.group(1));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }
}
