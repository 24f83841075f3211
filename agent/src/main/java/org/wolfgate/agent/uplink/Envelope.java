package org.wolfgate.agent.uplink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON that goes over the wire: one object a message, with a schema name and version.
 *
 * <p>In a record's envelope the body is the last member and stands exactly as it was hashed: between {@code "body":} and
 * the closing brace. So a receiver can check the chain without knowing how a number was written.
 */
final class Envelope {

    static final String RECORD_SCHEMA = "wolfgate/record/1";
    static final String STATUS_SCHEMA = "wolfgate/status/1";

    static final String CLAIM_SCHEMA = "wolfgate/claim/1";

    private static final JsonFactory JSON = new JsonFactory();

    private Envelope() {}

    static byte[] record(Station station, OutboxRecord record) {
        return write(json -> {
            json.writeStringField("schema", RECORD_SCHEMA);
            json.writeStringField("substation", station.substation());
            json.writeStringField("boot", record.boot());
            json.writeNumberField("seq", record.seq());
            json.writeStringField("kind", record.kind());
            json.writeStringField("key", record.key());
            json.writeStringField("at", record.at().toString());
            json.writeStringField("time_quality", record.timeQuality());
            json.writeStringField("hash", record.hash());
            json.writeFieldName("body");
            json.writeRawValue(record.body());
        });
    }

    /** What the status topic holds: whether the agent is there, and if not, why. */
    static byte[] status(Station station, String state, String reason) {
        return write(json -> {
            json.writeStringField("schema", STATUS_SCHEMA);
            json.writeStringField("substation", station.substation());
            json.writeStringField("boot", station.boot());
            json.writeStringField("state", state);
            json.writeStringField("reason", reason);
        });
    }

    /** Who speaks for the substation; generation 0 asks. */
    static byte[] claim(Station station, long generation) {
        return write(json -> {
            json.writeStringField("schema", CLAIM_SCHEMA);
            json.writeStringField("substation", station.substation());
            json.writeStringField("boot", station.boot());
            json.writeStringField("host", station.host());
            json.writeNumberField("generation", generation);
        });
    }

    @FunctionalInterface
    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] write(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return bytes.toByteArray();
    }
}
