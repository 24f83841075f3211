package org.wolfgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.JsonLine;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** A SCADA host named {@code scada}: a Python program that knows Sparkplug and nothing of wolfgate. */
final class ScadaHost implements AutoCloseable {

    static final String EDGE = "spBv1.0/grid/%s/riverside";

    private static final Path FOLDER = Path.of("src/test/resources/sparkplug").toAbsolutePath();

    private final Mosquitto broker;
    private final Program ears;
    private long said = 1_795_000_000_000L;

    ScadaHost(Mosquitto broker) {
        this.broker = broker;
        this.ears = python("listen", Integer.toString(broker.port()));
        ears.awaitLine("the host listens", "listening"::equals);
    }

    private static Program python(String what, String argument) {
        return Program.start(List.of(
                "/usr/bin/python3",
                FOLDER.resolve("host.py").toString(),
                what,
                argument,
                FOLDER.resolve("payload.proto").toString()));
    }

    /** Says whether it is there, as the rule wants it: retained, with a time that rises. */
    void says(boolean online) {
        broker.publish("spBv1.0/STATE/scada", "{\"online\":" + online + ",\"timestamp\":" + said++ + "}", "-r");
    }

    /** Asks for everything anew. */
    void asksForRebirth(Path folder) {
        Path file = folder.resolve("rebirth.bin");
        try (Program writer = python("rebirth", file.toString())) {
            if (writer.awaitEnd() != 0) {
                throw new AssertionError("no command was made: " + writer.lines());
            }
        }
        broker.publishFile(String.format(EDGE, "NCMD"), file);
    }

    /** What has come, in order. */
    List<JsonNode> messages() {
        return ears.lines().stream()
                .filter(line -> line.startsWith("{"))
                .map(JsonLine::parse)
                .filter(message -> message.has("metrics") && !topic(message).contains("/NCMD/"))
                .toList();
    }

    List<JsonNode> messages(String verb) {
        return messages().stream()
                .filter(message -> topic(message).contains("/" + verb + "/"))
                .toList();
    }

    JsonNode await(String what, Predicate<JsonNode> wanted) {
        Await.until(what, () -> messages().stream().anyMatch(wanted), () -> "heard " + ears.lines());
        return messages().stream().filter(wanted).findFirst().orElseThrow();
    }

    void awaitCount(String verb, int count) {
        Await.until(count + " " + verb, () -> messages(verb).size() >= count, () -> verb + ": " + messages(verb));
    }

    /** The names behind the aliases, from all births. */
    Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        messages()
                .forEach(message -> metrics(message).stream()
                        .filter(metric -> metric.has("name") && metric.has("alias"))
                        .forEach(metric -> names.put(
                                metric.get("alias").asLong(), metric.get("name").asText())));
        return names;
    }

    static List<JsonNode> metrics(JsonNode message) {
        return StreamSupport.stream(message.get("metrics").spliterator(), false).toList();
    }

    static JsonNode metric(JsonNode message, String name) {
        return metrics(message).stream()
                .filter(metric -> metric.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + message));
    }

    static String topic(JsonNode message) {
        return message.get("topic").asText();
    }

    @Override
    public void close() {
        ears.close();
    }
}
