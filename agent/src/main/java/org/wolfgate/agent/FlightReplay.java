package org.wolfgate.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.control.Effects;
import org.wolfgate.agent.control.Event;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.Substation;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.flight.FlightReader;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;

/**
 * Plays a flight recorder's ring against the rules of this build: from a recorded state on, the same events must bring the
 * same decisions. Begins anew at each start of the agent, and after each gap at the next recorded state; there the clocks
 * of the fail-safe ladders begin anew, as after a restart, so that what they decide just then may come later.
 */
public final class FlightReplay {

    private static final int MOST_DIFFERENCES = 20;

    private final SubstationSettings settings;
    private final List<String> differences = new ArrayList<>();
    private Optional<Substation> substation = Optional.empty();
    private long events;
    private long states;
    private long gaps;

    /**
     * What came of a replay.
     *
     * @param events decided anew
     * @param states compared with the recorded ones
     * @param gaps places where the recorder lost something, so that the replay paused until the next state
     * @param differences what was decided otherwise, the first twenty; empty if all was decided alike
     */
    public record Outcome(long events, long states, long gaps, List<String> differences) {}

    private FlightReplay(SubstationSettings settings) {
        this.settings = settings;
    }

    /**
     * Replays a ring.
     *
     * @param place its folder, or one of its files
     * @param settings as the recorded agent was configured
     * @throws IOException if it cannot be read
     */
    public static Outcome of(Path place, SubstationSettings settings) throws IOException {
        FlightReplay replay = new FlightReplay(settings);
        FlightReader.read(place, replay::take);
        return new Outcome(replay.events, replay.states, replay.gaps, List.copyOf(replay.differences));
    }

    private void take(FlightEntry entry) {
        switch (entry.kind()) {
            case "started" -> substation = Optional.empty();
            case "state" -> state(entry);
            case "decided" -> substation.ifPresent(rules -> decide(rules, entry));
            case FlightEntry.LOST -> lost(entry);
            default -> {
                // Buses and messages are the cause of what was decided, not part of it.
            }
        }
    }

    /** Bytes on the bus alone can be missed: what was read of them is an event. */
    private void lost(FlightEntry entry) {
        if (!entry.body().path("why").asText().contains("worth BUS")) {
            gaps++;
            substation = Optional.empty();
        }
    }

    private void state(FlightEntry entry) {
        JsonNode texts = entry.body().path("state");
        List<String> nodes = settings.nodes().stream().map(NodeSettings::id).toList();
        Map<String, String> stored = new HashMap<>();
        texts.properties()
                .forEach(each -> stored.put(each.getKey(), each.getValue().asText()));
        if (substation.isPresent()) {
            compare(entry.at(), substation.get(), texts);
        } else {
            substation = Optional.of(new Substation(settings, StateCodec.read(nodes, stored)));
        }
    }

    private void compare(Instant at, Substation rules, JsonNode recorded) {
        states++;
        StateCodec.parts(rules.state()).forEach((name, part) -> {
            String text = StateCodec.text(part);
            if (!tree(text).equals(tree(recorded.path(name).asText("{}")))) {
                differ(
                        at,
                        "state '" + name + "' is " + text + ", recorded is "
                                + recorded.path(name).asText());
            }
        });
    }

    private void decide(Substation rules, FlightEntry entry) {
        ObjectNode body = entry.body();
        for (JsonNode before : body.path("ticks")) {
            rules.handle(entry.at().minusMillis(before.asLong()), new Event.Tick(), new Effects());
        }
        Effects effects = new Effects();
        Event event = EventCodec.read(body.path("event"));
        rules.handle(entry.at(), event, effects);
        events++;
        ObjectNode again = new Decision(entry.at(), event, effects.setPoints(), effects.records()).json(List.of());
        for (String part : List.of("set", "records")) {
            // As text: a number that was read back is of another class.
            if (!again.path(part).toString().equals(body.path(part).toString())) {
                differ(
                        entry.at(),
                        body.path("event").path("type").asText() + ": " + part + " is " + again.path(part)
                                + ", recorded is " + body.path(part));
            }
        }
    }

    private void differ(Instant at, String what) {
        if (differences.size() < MOST_DIFFERENCES) {
            differences.add(at + " " + what);
        }
    }

    private static JsonNode tree(String text) {
        String object = text.startsWith("{") ? text : "{\"x\":" + text + "}";
        try {
            return inOrder(Json.read(object.getBytes(StandardCharsets.UTF_8)));
        } catch (MessageException e) {
            return Json.object().put("unreadable", text);
        }
    }

    /** Words that stand together are sets, which every run of the platform writes in an order of its own. */
    private static JsonNode inOrder(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(inOrder(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(element -> elements.add(inOrder(element)));
            if (elements.stream().allMatch(JsonNode::isTextual)) {
                elements.sort(Comparator.comparing(JsonNode::asText));
            }
            array.removeAll().addAll(elements);
        }
        return node;
    }
}
