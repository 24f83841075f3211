package org.wolfgate.agent.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/**
 * Plays a story file: what a meter showed at which time, each line followed by the interval versions that it must
 * bring about. Running a story prints it again with what really came out.
 *
 * <pre>
 * meter interval=300 source=BOTH_REGISTERS modulus=4294967296 step=1 rated=150 poll=60 tolerance=90 grace=120
 * 10:00:00 read exported=1000 imported=0 power=12.0 frequency=50.001
 * 10:00:00..10:05:00 every 10 read exported=1000+50 frequency=50.001
 * 10:07:00 tick
 * 10:07:00 set 09:07:00 (the agent's clock is set)
 * restart
 * </pre>
 *
 * <p>A quantity that is not named was not read. {@code 1000+50} grows by 50 with each reading.
 */
final class MeterStory {

    private static final Pattern COMMAND =
            Pattern.compile("([0-9:]+)(?:\\.\\.([0-9:]+) every (\\d+))? (read|tick|suspect|set)(.*)");
    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final String DAY = "2026-03-01T";

    private final List<String> told = new ArrayList<>();
    private Optional<MeterRule> rule = Optional.empty();
    private Optional<IntervalMeter> meter = Optional.empty();
    private ExpectedEnergy expected = ExpectedEnergy.UNKNOWN;

    static String tell(String story) {
        MeterStory teller = new MeterStory();
        story.lines().filter(line -> !line.startsWith("  ->")).forEach(teller::play);
        return String.join("\n", teller.told) + "\n";
    }

    private void play(String line) {
        told.add(line);
        if (line.startsWith("meter ")) {
            rule = Optional.of(rule(words(line)));
            meter = Optional.of(new IntervalMeter(rule.orElseThrow(), span -> expected.over(span), MeterState.NEW));
        } else if (line.startsWith("schedule ")) {
            expected = schedule(words(line));
        } else if (line.equals("restart")) {
            meter = meter.map(
                    before -> new IntervalMeter(rule.orElseThrow(), span -> expected.over(span), before.state()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            command(line);
        }
    }

    private void command(String line) {
        Matcher parts = COMMAND.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no command of a story: " + line);
        }
        Instant from = at(parts.group(1));
        Instant to = Optional.ofNullable(parts.group(2)).map(MeterStory::at).orElse(from);
        long step = Optional.ofNullable(parts.group(3)).map(Long::parseLong).orElse(1L);
        int number = 0;
        for (Instant time = from; !time.isAfter(to); time = time.plusSeconds(step)) {
            act(parts.group(4), time, parts.group(5), number).stream()
                    .map(MeterStory::print)
                    .forEach(told::add);
            number++;
        }
    }

    private List<MeteredInterval> act(String verb, Instant time, String rest, int number) {
        IntervalMeter metered = meter.orElseThrow();
        return switch (verb) {
            case "read" -> metered.accept(time, reading(words(rest), number));
            case "tick" -> metered.tick(time);
            case "set" -> set(metered.clockSet(time, at(rest.strip())));
            default -> {
                metered.suspectTime(time);
                yield List.of();
            }
        };
    }

    private List<MeteredInterval> set(IntervalMeter.Moved moved) {
        meter = Optional.of(new IntervalMeter(rule.orElseThrow(), span -> expected.over(span), moved.state()));
        return moved.closed();
    }

    private static String print(MeteredInterval version) {
        String registers = version.opening()
                .flatMap(opening -> version.closing().map(closing -> print(opening) + " to " + print(closing)))
                .orElse("unknown");
        String frequency = version.frequency().mean().map(Frequency::toString).orElse("none");
        String flags = version.flags().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        return ("  -> " + version.interval().start().toString().substring(11, 19) + " v" + version.version() + " "
                        + version.quality() + " "
                        + version.net()
                                .map(Energy::wattHours)
                                .map(wh -> wh + " Wh")
                                .orElse("no energy")
                        + ", registers " + registers + ", frequency " + frequency + " "
                        + version.frequency().coveragePercent() + " %, " + flags)
                .replaceAll(", $", "");
    }

    private static String print(Registers registers) {
        return registers.exported().wattHours() + "-" + registers.imported().wattHours();
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + time + "Z");
    }

    private static Map<String, String> words(String text) {
        Map<String, String> words = new HashMap<>();
        for (String word : WORDS.splitAsStream(text.strip()).toList()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }

    private static MeterRule rule(Map<String, String> words) {
        Function<String, String> word =
                key -> Optional.ofNullable(words.get(key)).orElseThrow();
        Function<String, Duration> seconds = word.andThen(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new MeterRule(
                new IntervalGrid(seconds.apply("interval")),
                EnergySource.valueOf(word.apply("source")),
                new Register(
                        new Energy(Long.parseLong(word.apply("modulus"))),
                        new Energy(Long.parseLong(word.apply("step")))),
                ActivePower.parse(word.apply("rated") + " MW"),
                Frequency.parse("50 Hz"),
                new Frequency(1),
                seconds.apply("poll"),
                seconds.apply("tolerance"),
                seconds.apply("grace"));
    }

    /** Power by the hour and minute at which it starts, such as {@code 10:00=100}, constant until the next. */
    private static ExpectedEnergy schedule(Map<String, String> words) {
        Map<Instant, ActivePower> blocks = words.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> at(entry.getKey() + ":00"), entry -> ActivePower.parse(entry.getValue() + " MW")));
        return span -> blocks.entrySet().stream()
                .filter(block -> !block.getKey().isAfter(span.start()))
                .max(Map.Entry.comparingByKey())
                .map(block ->
                        new Energy(block.getValue().watts() * span.length().toMillis() / 3_600_000));
    }

    private static MeterReading reading(Map<String, String> words, int number) {
        return new MeterReading(
                quantity(words, "power", number, text -> ActivePower.parse(text + " MW")),
                quantity(words, "frequency", number, text -> Frequency.parse(text + " Hz")),
                quantity(words, "exported", number, text -> Energy.parse(text + " Wh")),
                quantity(words, "imported", number, text -> Energy.parse(text + " Wh")));
    }

    private static <T> Reading<T> quantity(
            Map<String, String> words, String name, int number, Function<String, T> parse) {
        return Optional.ofNullable(words.get(name))
                .map(text -> Reading.good(parse.apply(grown(text, number))))
                .orElseGet(() -> Reading.missing(name + " was not read"));
    }

    private static String grown(String text, int number) {
        int plus = text.indexOf('+');
        return plus < 0
                ? text
                : new BigDecimal(text.substring(0, plus))
                        .add(new BigDecimal(text.substring(plus + 1)).multiply(BigDecimal.valueOf(number)))
                        .toPlainString();
    }
}
