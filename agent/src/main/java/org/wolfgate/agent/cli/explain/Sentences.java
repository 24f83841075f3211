package org.wolfgate.agent.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.wolfgate.agent.flight.FlightEntry;
import org.wolfgate.agent.uplink.message.Json;
import org.wolfgate.agent.uplink.message.MessageException;
import org.wolfgate.drivers.ActivePower;

/** Entries in words. */
final class Sentences {

    private Sentences() {}

    static String cap(FlightEntry entry) {
        JsonNode body = entry.body();
        String limit = body.has("w") ? power(body.path("w").asLong()) : "none";
        String order = body.has("order") ? " by order " + body.path("order").asText() : "";
        return "the cap on " + body.path("node").asText() + " became " + limit + order + ", because: "
                + body.path("why").asText();
    }

    static String told(JsonNode setPoint) {
        return whom(setPoint) + " was told " + power(setPoint.path("w").asLong());
    }

    /** What a plant read back. */
    static String reported(JsonNode event) {
        JsonNode confirmed = event.path("confirmed");
        String plant = whom(event);
        if (confirmed.path("quality").asText().equals("GOOD")) {
            return plant + " confirmed " + power(confirmed.at("/value/watts").asLong());
        }
        String held = confirmed.at("/value/watts").isMissingNode()
                ? ""
                : " (it answers " + power(confirmed.at("/value/watts").asLong()) + ")";
        return plant + " did not confirm "
                + power(event.at("/commanded/watts").asLong()) + held + ": "
                + confirmed.path("reason").asText();
    }

    /** A plant, or the signal to a generator. */
    private static String whom(JsonNode said) {
        String name = said.path("plant").asText();
        return name.startsWith("signal of ") ? "the " + name : "plant " + name;
    }

    static String message(FlightEntry in) {
        String retained = in.body().path("retained").asBoolean() ? ", retained by the broker" : "";
        return "a message came on " + in.body().path("topic").asText() + " (" + bytes(in) + " bytes" + retained + ")"
                + signature(in).map(words -> ", " + words).orElse("");
    }

    /** Who says to have signed a message: from its header, which only the gate can judge. */
    static Optional<String> signature(FlightEntry in) {
        String[] parts = in.body().path("text").asText().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            JsonNode json = Json.read(header.getBytes(StandardCharsets.UTF_8));
            return Optional.of("in the name of " + json.path("iss").asText() + " with key "
                    + json.path("kid").asText());
        } catch (IllegalArgumentException | MessageException e) {
            return Optional.empty();
        }
    }

    static String lost(FlightEntry entry) {
        return "the recorder kept " + entry.body().path("count").asLong() + " entries less than happened: "
                + entry.body().path("why").asText();
    }

    static String power(long watts) {
        return new ActivePower(watts).toString();
    }

    static String between(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0 + " s";
    }

    static JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (MessageException e) {
            throw new IllegalStateException("a record that cannot be read: " + e.text(), e);
        }
    }

    private static long bytes(FlightEntry in) {
        int kept = in.body().path("text").asText().getBytes(StandardCharsets.UTF_8).length;
        return in.body().path("bytes").asLong(kept);
    }
}
