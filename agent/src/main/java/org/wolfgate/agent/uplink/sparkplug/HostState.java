package org.wolfgate.agent.uplink.sparkplug;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Whether the primary host is there, by what it last said; a word older than that is passed over. */
public final class HostState {

    private static final JsonMapper JSON = new JsonMapper();

    private boolean online;
    private long saidAt = Long.MIN_VALUE;

    /** Takes the host's word; what cannot be read changes nothing. */
    public void hear(byte[] payload) {
        read(payload).filter(word -> word.timestamp() >= saidAt).ifPresent(word -> {
            online = word.online();
            saidAt = word.timestamp();
        });
    }

    public boolean online() {
        return online;
    }

    private record Word(boolean online, long timestamp) {}

    private static Optional<Word> read(byte[] payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            return json.path("online").isBoolean() && json.path("timestamp").isIntegralNumber()
                    ? Optional.of(new Word(
                            json.get("online").asBoolean(),
                            json.get("timestamp").asLong()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading bytes in memory", e);
        }
    }
}
