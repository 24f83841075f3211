package org.wolfgate.drivers.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.drivers.modbus.Fault;

/**
 * What goes wrong and when: lines such as {@code 10s solar-meter silent}. Blank lines and what follows a {@code #} are
 * skipped.
 *
 * @param events in the order of their times
 */
public record FaultScript(List<Event> events) {

    /** The words that a line may end with, for help texts. */
    public static final String WORDS =
            "silent, close, wrong-unit, few-words, exception, noise, late 800ms, trickle 20ms, cut, absent, ok,"
                    + " or a wiring such as ct-l1-reversed";

    private static final Pattern LINE = Pattern.compile("(\\d{1,6})s\\s+(\\S+)\\s+([a-z0-9-]+)(?:\\s+(\\d{1,6})ms)?");

    /**
     * One thing that goes wrong, or right again.
     *
     * @param at since the start
     * @param words the line, to be shown
     */
    public record Event(Duration at, String words, BiConsumer<SimulatedSite, String> action, String device) {

        /** Lets it happen. */
        public void happen(SimulatedSite site) {
            action.accept(site, device);
        }
    }

    public FaultScript {
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    /**
     * Reads a script.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static FaultScript parse(String name, List<String> lines) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceAll("#.*", "").strip();
            if (!line.isEmpty()) {
                events.add(event(name + ":" + (i + 1) + ": ", line));
            }
        }
        return new FaultScript(events);
    }

    private static Event event(String place, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    place + "'" + line + "' is no event: write TIME DEVICE FAULT, such as 10s solar-meter silent");
        }
        Duration delay = Duration.ofMillis(matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4)));
        try {
            return new Event(
                    Duration.ofSeconds(Long.parseLong(matcher.group(1))),
                    line,
                    action(matcher.group(3), delay),
                    matcher.group(2));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + e.getMessage() + "; or one of: " + WORDS, e);
        }
    }

    private static BiConsumer<SimulatedSite, String> action(String word, Duration delay) {
        return switch (word) {
            case "ok" -> FaultScript::allRight;
            case "cut" -> SimulatedSite::cut;
            case "absent" -> (site, device) -> site.absent(device, true);
            case "silent" -> fault(Fault.of(Fault.Kind.SILENT));
            case "close" -> fault(Fault.of(Fault.Kind.CLOSE));
            case "wrong-unit" -> fault(Fault.of(Fault.Kind.WRONG_UNIT));
            case "few-words" -> fault(Fault.of(Fault.Kind.TOO_FEW_WORDS));
            case "exception" -> fault(Fault.of(Fault.Kind.EXCEPTION));
            case "noise" -> fault(Fault.of(Fault.Kind.NOISE));
            case "late" -> fault(Fault.late(delay));
            case "trickle" -> fault(Fault.trickle(delay));
            default -> {
                Wiring wiring = Wiring.parse(word);
                yield (site, device) -> site.wire(device, wiring);
            }
        };
    }

    private static void allRight(SimulatedSite site, String name) {
        site.misbehave(name, Fault.NONE);
        site.mend(name);
    }

    private static BiConsumer<SimulatedSite, String> fault(Fault fault) {
        return (site, device) -> site.misbehave(device, fault);
    }
}
