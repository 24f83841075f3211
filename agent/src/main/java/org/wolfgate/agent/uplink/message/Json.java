package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads and writes message JSON: decimals exact, duplicate keys and trailing text refused. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The compact text of a tree. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values did not turn into JSON", e);
        }
    }

    /** The compact text of a tree as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one JSON object.
     *
     * @throws MessageException if the bytes are anything else
     */
    public static ObjectNode read(byte[] payload) throws MessageException {
        try {
            if (MAPPER.readTree(payload) instanceof ObjectNode object) {
                return object;
            }
            throw new MessageException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw new MessageException("not readable as JSON: " + e.getOriginalMessage());
        } catch (NumberFormatException e) {
            // Thrown by the library for exponents beyond its range.
            throw new MessageException("not readable as JSON: " + e.getMessage());
        } catch (IOException e) {
            throw new MessageException("not readable as UTF-8 JSON");
        }
    }
}
