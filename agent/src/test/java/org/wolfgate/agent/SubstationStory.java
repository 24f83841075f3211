package org.wolfgate.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.Event.LimitReported;
import org.wolfgate.agent.control.Event.MeterRead;
import org.wolfgate.agent.control.Event.Tick;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.control.SubstationState;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Reading;

/**
 * Plays a story file against a whole substation ({@link StorySubstation}): each line is followed by the records and
 * set-points that it must bring about. Running a story prints it again with what really came out.
 *
 * <pre>
 * 12:00:00 schedule solar 36 until 13:00:00
 * 12:00:00 tranches solar low=18@30 high=18@45 bare=9
 * 12:00:00 spot 60 until 13:00:00
 * 12:05:00 spot 60 until 13:00:00 from 12:00:00 (it arrives late; schedules alike)
 * 12:00:05 loading mid 0.9 (of the flowgate; from 12:00:03 if it arrives late)
 * 12:05:00 frequency 59.980 from 12:00:03 (the ISO's measurement; without 'from', of now)
 * 12:00:00 order id=a sequence=1 cap=18 start=12:00:10 end=12:00:40 comply=10
 * 12:00:00 order {"any": "JSON"}
 * 12:00:30 cancel id=c sequence=2 order=a
 * 12:00:00..12:00:40 every 1 meter solar 36 (MW through the meter; "36 silent": it flows, but the meter is mute)
 * 12:00:11 confirm solar-park 12 (what the plant reads back; "12 holds 30": another value; "12 mute": nothing)
 * 12:00:12 tick
 * 12:00:12 set 11:00:12 (the agent's clock is set)
 * 12:00:12 state
 * restart
 * </pre>
 */
final class SubstationStory {

    private static final Pattern COMMAND =
            Pattern.compile("([0-9:]+(?:\\.\\d+)?)(?:\\.\\.([0-9:]+) every (\\d+))? ([a-z]+)(?: (.*))?");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<String> told = new ArrayList<>();
    private final StoryMeters meters = new StoryMeters();
    private final Map<String, String> stored = new HashMap<>();
    private final StateChanges changes = new StateChanges(Set.of());
    private final SubstationSettings settings;
    private Substation substation;

    private SubstationStory(SubstationSettings settings) {
        this.settings = settings;
        this.substation = new Substation(settings, SubstationState.NEW);
    }

    static String tell(String story) {
        return tell(story, StorySubstation.settings());
    }

    static String tell(String story, SubstationSettings settings) {
        SubstationStory teller = new SubstationStory(settings);
        story.lines().filter(line -> !line.startsWith("  ->")).forEach(teller::play);
        return String.join("\n", teller.told) + "\n";
    }

    private void play(String line) {
        told.add(line);
        if (line.equals("restart")) {
            restart();
        } else if (!line.isBlank() && !line.startsWith("#")) {
            command(line);
        }
    }

    private void command(String line) {
        Matcher parts = COMMAND.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no command of a story: " + line);
        }
        Instant from = StoryMessages.at(parts.group(1));
        Instant to = Optional.ofNullable(parts.group(2)).map(StoryMessages::at).orElse(from);
        long step = Optional.ofNullable(parts.group(3)).map(Long::parseLong).orElse(1L);
        String rest = Optional.ofNullable(parts.group(5)).orElse("");
        for (Instant time = from; !time.isAfter(to); time = time.plusSeconds(step)) {
            act(time, parts.group(4), rest);
        }
    }

    private void act(Instant now, String verb, String rest) {
        if (verb.equals("state")) {
            substation.views(now).stream().map(StoryPrinter::line).forEach(told::add);
            return;
        }
        Effects effects = new Effects();
        Instant at = verb.equals("set") ? StoryMessages.at(rest) : now;
        substation.handle(at, event(now, verb, rest), effects);
        told.addAll(StoryPrinter.lines(effects));
    }

    private Event event(Instant now, String verb, String rest) {
        String[] words = SPACES.split(rest);
        return switch (verb) {
            case "tick" -> new Tick();
            case "set" -> clockSet(now, StoryMessages.at(rest));
            case "meter" ->
                new MeterRead(words[0] + "-meter", meters.read(words[0], now, megawatts(words[1]), words.length > 2));
            case "confirm" -> new LimitReported(words[0], megawatts(words[1]), confirmed(words));
            default -> StoryMessages.read(now, verb, rest);
        };
    }

    private Event clockSet(Instant before, Instant after) {
        meters.clockSet(Duration.between(before, after));
        return new Event.ClockSet(before, after);
    }

    private static Reading<ActivePower> confirmed(String[] words) {
        if (words.length == 2) {
            return Reading.good(megawatts(words[1]));
        }
        return words[2].equals("holds")
                ? Reading.suspect(megawatts(words[3]), "the plant holds another value")
                : Reading.missing("the plant did not answer");
    }

    private void restart() {
        stored.putAll(changes.of(substation.state()));
        stored.values().removeIf(String::isEmpty);
        SubstationState resumed = StateCodec.read(List.of("solar", "wind"), stored);
        assertEquals(substation.state(), resumed, "what was stored is what is read");
        substation = new Substation(settings, resumed);
    }

    private static ActivePower megawatts(String text) {
        return ActivePower.parse(text + " MW");
    }
}
