package org.wolfgate.drivers.gpio;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.relay.RelayOutput;
import org.wolfgate.drivers.relay.RelayOutput.AtStart;
import org.wolfgate.drivers.relay.RelayOutput.AtStop;
import org.wolfgate.drivers.relay.RelayOutput.Duty;
import org.wolfgate.drivers.yaml.Section;

/**
 * The keys of a relay bank.
 *
 * @param provider Pi4J's provider, {@code gpiod} in service
 * @param gap between breaking one contact and making the next
 * @param feedbackWithin how long a relay may take
 * @param dwell how long a step is kept at least before a looser one
 */
record GpioKeys(
        String provider,
        Duration gap,
        Duration feedbackWithin,
        Duration dwell,
        Map<String, RelayOutput> outputs,
        Map<String, Feedback> inputs) {

    private static final Pattern MILLIS = Pattern.compile("(\\d{1,4}) ms");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,4}) s");

    /**
     * A feedback contact, closed while its relay is energised.
     *
     * @param activeLow whether the closed contact pulls the line low
     */
    record Feedback(int line, boolean activeLow) {}

    GpioKeys {
        outputs = Map.copyOf(outputs);
        inputs = Map.copyOf(inputs);
    }

    static GpioKeys read(Section keys) {
        return new GpioKeys(
                keys.require("provider", GpioKeys::provider, "gpiod"),
                keys.optional("gap", GpioKeys::millis).orElse(Duration.ofMillis(100)),
                keys.optional("feedback-within", GpioKeys::millis).orElse(Duration.ofMillis(500)),
                keys.optional("dwell", GpioKeys::seconds).orElse(Duration.ZERO),
                named(keys.section("outputs"), GpioKeys::output),
                keys.optionalSection("inputs")
                        .map(inputs -> named(inputs, GpioKeys::feedback))
                        .orElse(Map.of()));
    }

    /**
     * A feedback contact.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    Feedback feedback(String input) {
        return Optional.ofNullable(inputs.get(input))
                .orElseThrow(() -> new IllegalArgumentException("no input '" + input + "' is configured"));
    }

    private static <T> Map<String, T> named(Section all, Function<Section, Function<String, T>> reader) {
        Map<String, T> found = new LinkedHashMap<>();
        try (all) {
            for (String name : all.names()) {
                all.optionalSection(name).ifPresent(keys -> {
                    try (keys) {
                        found.put(name, reader.apply(keys).apply(name));
                    }
                });
            }
        }
        return found;
    }

    private static Function<String, RelayOutput> output(Section keys) {
        return name -> new RelayOutput(
                name,
                keys.require("line", GpioKeys::line, 0),
                keys.require("active", GpioKeys::activeLow, false),
                keys.require("energise-to", text -> word(Duty.class, text), Duty.CURTAIL),
                keys.require("at-start", text -> word(AtStart.class, text), AtStart.WAIT),
                keys.require("at-stop", text -> word(AtStop.class, text), AtStop.KEEP));
    }

    private static Function<String, Feedback> feedback(Section keys) {
        return name -> new Feedback(
                keys.require("line", GpioKeys::line, 0), keys.require("active", GpioKeys::activeLow, true));
    }

    private static String provider(String text) {
        if (!text.equals("gpiod") && !text.equals("mock")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no provider: write gpiod, or mock on a bench without relays");
        }
        return text;
    }

    private static int line(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no line number; on a Raspberry Pi write the BCM number");
        }
        return Integer.parseInt(text);
    }

    private static boolean activeLow(String text) {
        return switch (text) {
            case "low" -> true;
            case "high" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is no level: write low or high");
        };
    }

    private static Duration millis(String text) {
        Matcher matcher = MILLIS.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 5_000) {
            throw new IllegalArgumentException("'" + text + "' is no time from 0 ms to 5000 ms");
        }
        return Duration.ofMillis(Long.parseLong(matcher.group(1)));
    }

    private static Duration seconds(String text) {
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 3_600) {
            throw new IllegalArgumentException("'" + text + "' is no time from 0 s to 3600 s");
        }
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String text) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return word;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not known here; write one of "
                + Arrays.toString(words.getEnumConstants())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
    }
}
