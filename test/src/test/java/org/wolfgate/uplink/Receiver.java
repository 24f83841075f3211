package org.wolfgate.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wolfgate.peers.Await;
import org.wolfgate.peers.JsonLine;
import org.wolfgate.peers.Mosquitto;
import org.wolfgate.peers.Program;

/** The ISO's rule on the far side of the broker: by number once each, and nothing missing by the chain. */
final class Receiver implements AutoCloseable {

    private final List<String> earlier = new ArrayList<>();
    private Program subscriber;

    Receiver(Mosquitto broker) {
        this.subscriber = subscribe(broker);
    }

    private static Program subscribe(Mosquitto broker) {
        return broker.subscriber("iso", Site.ROOT + "/record/#", "%p");
    }

    /** Goes away; the broker keeps what it has room for. */
    void leave() {
        subscriber.close();
    }

    /** Subscribes anew, after the broker has lost everything. */
    void again(Mosquitto broker) {
        subscriber.close();
        earlier.addAll(subscriber.lines());
        subscriber = subscribe(broker);
    }

    /** Every envelope that came, in the order of arrival, repetitions included. */
    List<String> envelopes() {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(subscriber.lines());
        return all.stream().filter(line -> line.startsWith("{")).toList();
    }

    /** The sequence numbers in the order of arrival. */
    List<Long> arrivals() {
        return envelopes().stream()
                .map(line -> JsonLine.parse(line).get("seq").asLong())
                .toList();
    }

    /** The runs that have sent, each once, in the order in which they came. */
    List<String> boots() {
        return envelopes().stream()
                .map(line -> JsonLine.parse(line).get("boot").asText())
                .distinct()
                .toList();
    }

    /** Waits for records 1 to {@code last}; then proves that none differs from its repetition and the chain is whole. */
    void awaitAllUpTo(long last) {
        Await.until(
                "records 1 to " + last + " are there",
                () -> new HashSet<>(arrivals()).size() >= last,
                () -> "there are " + arrivals());
        Map<Long, String> once = new TreeMap<>();
        for (String line : envelopes()) {
            String before = once.putIfAbsent(JsonLine.parse(line).get("seq").asLong(), line);
            assertEquals(before == null ? line : before, line, "a repetition differs");
        }
        assertEquals(last, once.size());
        String hash = "0".repeat(64);
        for (Map.Entry<Long, String> entry : once.entrySet()) {
            JsonNode envelope = JsonLine.parse(entry.getValue());
            assertEquals(envelope.get("hash").asText(), follow(hash, envelope, entry.getValue()));
            hash = envelope.get("hash").asText();
        }
    }

    /** The chain as its description says, computed from what came over the wire alone. */
    private static String follow(String before, JsonNode envelope, String text) {
        String body = text.substring(text.indexOf("\"body\":") + 7, text.length() - 1);
        String hashed = String.join(
                "\n",
                envelope.get("seq").asText(),
                envelope.get("boot").asText(),
                envelope.get("kind").asText(),
                envelope.get("key").asText(),
                Long.toString(Instant.parse(envelope.get("at").asText()).toEpochMilli()),
                envelope.get("time_quality").asText(),
                body);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(before));
            return HexFormat.of().formatHex(digest.digest(hashed.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        subscriber.close();
    }
}
