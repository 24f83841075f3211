package org.wolfgate.agent.flight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param at the agent's time
 * @param kind such as {@code bus}, {@code in}, {@code decided}; {@code lost} for what could not be kept
 * @param body the rest, as one JSON object
 */
public record FlightEntry(Instant at, String kind, ObjectNode body) {

    /** How many entries could not be kept before this point. */
    public static final String LOST = "lost";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One line of text. */
    String line() {
        ObjectNode line = JSON.createObjectNode().put("at", at.toString()).put("kind", kind);
        line.setAll(body);
        return line + "\n";
    }

    /** Reads a line; empty if it is none. */
    static Optional<FlightEntry> read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!(json instanceof ObjectNode body) || !body.path("kind").isTextual()) {
                return Optional.empty();
            }
            Instant at = Instant.parse(body.path("at").asText());
            String kind = body.path("kind").asText();
            body.remove("at");
            body.remove("kind");
            return Optional.of(new FlightEntry(at, kind, body));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static FlightEntry lost(Instant at, long count, String why) {
        return new FlightEntry(
                at, LOST, JSON.createObjectNode().put("count", count).put("why", why));
    }
}
