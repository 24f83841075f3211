package org.wolfgate.agent.uplink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * Which run of an agent speaks for a substation; the last one is retained at the broker.
 *
 * @param boot the run's boot id
 * @param host the name of its machine, for people
 * @param generation how often the substation changed hands, from 1; 0 is a question, not a claim
 */
record IdentityClaim(String boot, String host, long generation) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Whether it asks who is there. */
    boolean isQuestion() {
        return generation == 0;
    }

    /** Of two claims at one time the one that counts: the later hand, then the greater boot id. */
    boolean outranks(IdentityClaim other) {
        return generation != other.generation ? generation > other.generation : boot.compareTo(other.boot) > 0;
    }

    /** What a message says; empty if it is none of ours, which nobody has to respect. */
    static Optional<IdentityClaim> read(byte[] payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            return Envelope.CLAIM_SCHEMA.equals(json.path("schema").asText())
                    ? Optional.of(new IdentityClaim(
                            json.path("boot").asText(),
                            json.path("host").asText(),
                            json.path("generation").asLong()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading bytes in memory", e);
        }
    }

    /** For people. */
    String words() {
        return host.isEmpty() ? "boot " + boot : "boot " + boot + " on machine " + host;
    }
}
