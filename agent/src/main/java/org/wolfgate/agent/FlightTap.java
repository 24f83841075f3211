package org.wolfgate.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wolfgate.agent.control.GeneratorView.Standing;
import org.wolfgate.agent.control.NodeSettings;
import org.wolfgate.agent.control.SubstationSettings;
import org.wolfgate.agent.curtailment.Cap;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.flight.FlightRecorder;
import org.wolfgate.agent.flight.Worth;
import org.wolfgate.agent.uplink.InboundMessage;
import org.wolfgate.agent.uplink.message.Json;

/** What the flight recorder is told, and in which words. Does nothing where there is no recorder; never waits. */
final class FlightTap {

    /** Longer payloads, such as a year's schedule, are cut; what they brought about is recorded whole. */
    private static final int LONGEST_TEXT = 16_384;

    /** Ticks that changed nothing stand with the next decision. */
    private static final int MOST_TICKS = 200;

    private final Optional<FlightRecorder> recorder;
    private final Supplier<Instant> clock;
    private final Map<String, Cap> caps = new HashMap<>();
    private final List<Instant> ticks = new ArrayList<>();

    FlightTap(Optional<FlightRecorder> recorder, Supplier<Instant> clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The run begins; which meter and plants belong to which node, for whoever reads without the configuration. */
    void started(String boot, SubstationSettings settings) {
        tell(clock.get(), Worth.DECISION, "started", () -> {
            ObjectNode json = Json.object().put("boot", boot).put("substation", settings.substation());
            ArrayNode nodes = json.putArray("nodes");
            for (NodeSettings node : settings.nodes()) {
                ArrayNode plants = nodes.addObject()
                        .put("node", node.id())
                        .put("meter", node.meter())
                        .putArray("plants");
                node.plants().keySet().forEach(plants::add);
            }
            return json;
        });
    }

    /** An exchange on a line. */
    void bus(String line, byte[] asked, byte[] answered, String failure) {
        tell(clock.get(), Worth.BUS, "bus", () -> {
            ObjectNode json = Json.object().put("line", line).put("asked", hex(asked));
            return failure.isEmpty() ? json.put("answered", hex(answered)) : json.put("failure", failure);
        });
    }

    /** A message of the ISO. */
    void in(InboundMessage message) {
        tell(
                clock.get(),
                Worth.DECISION,
                "in",
                () -> text(
                        Json.object().put("topic", message.topic()).put("retained", message.retained()),
                        message.payload()));
    }

    /** A message to generators. */
    void out(String topic, byte[] payload) {
        tell(clock.get(), Worth.READING, "out", () -> text(Json.object().put("topic", topic), payload));
    }

    /** The broker has every record up to this one. */
    void acknowledged(long seq) {
        tell(clock.get(), Worth.READING, "out", () -> Json.object().put("acknowledged", seq));
    }

    /** The connection to the broker came or went. */
    void link(boolean connected, String why) {
        tell(
                clock.get(),
                Worth.DECISION,
                "link",
                () -> Json.object().put("connected", connected).put("why", why));
    }

    /** What control made of some events. */
    void decided(List<Decision> decisions) {
        if (recorder.isEmpty()) {
            return;
        }
        for (Decision decision : decisions) {
            if (decision.isIdleTick() && ticks.size() < MOST_TICKS) {
                ticks.add(decision.at());
            } else {
                List<Instant> before = List.copyOf(ticks);
                ticks.clear();
                tell(decision.at(), decision.worth(), "decided", () -> decision.json(before));
            }
        }
    }

    /** The cap in force on each node; told where it is another than before. */
    void caps(Map<String, Standing> standings, Instant now) {
        if (recorder.isEmpty()) {
            return;
        }
        standings.forEach((node, standing) -> {
            Cap cap = standing.cap();
            if (!cap.equals(caps.put(node, cap))) {
                tell(now, Worth.DECISION, "cap", () -> cap(node, cap));
            }
        });
    }

    /** Whether the recorder has begun a file that needs a whole state. */
    boolean wantsState() {
        return recorder.map(FlightRecorder::wantsState).orElse(false);
    }

    /** The whole state of control, from which a replay can begin; each part is a value that never changes. */
    void state(Instant at, Map<String, Object> parts) {
        tell(at, Worth.DECISION, "state", () -> {
            ObjectNode json = Json.object();
            ObjectNode state = json.putObject("state");
            parts.forEach((name, part) -> state.put(name, StateCodec.text(part)));
            return json;
        });
    }

    /** Finer than a millisecond nothing is decided, and each digit is written for ever. */
    private void tell(Instant exact, Worth worth, String kind, Supplier<ObjectNode> body) {
        Instant at = exact.truncatedTo(ChronoUnit.MILLIS);
        recorder.ifPresent(to -> to.tell(at, worth, () -> new FlightEntry(at, kind, body.get())));
    }

    private static ObjectNode cap(String node, Cap cap) {
        ObjectNode json = Json.object().put("node", node);
        cap.limit().ifPresent(limit -> json.put("w", limit.watts()));
        cap.order().ifPresent(order -> json.put("order", order));
        cap.failSafe().ifPresent(lost -> json.put("fail_safe", lost.name()));
        return json.put("why", cap.why());
    }

    private static ObjectNode text(ObjectNode json, byte[] payload) {
        int kept = Math.min(payload.length, LONGEST_TEXT);
        json.put("text", new String(payload, 0, kept, StandardCharsets.UTF_8));
        return kept < payload.length ? json.put("bytes", payload.length) : json;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
