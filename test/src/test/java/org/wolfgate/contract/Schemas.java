package org.wolfgate.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JSON Schemas of docs/reference/schemas. */
final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Schemas() {}

    /** The folder docs/reference, found from wherever the tests run. */
    static Path reference() {
        return Stream.of(Path.of("docs/reference"), Path.of("../docs/reference"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("docs/reference is not beside or above the folder "
                        + Path.of("").toAbsolutePath()));
    }

    /** Names of the schemas that stand for a message of their own: those that fix the field schema. */
    static List<String> ofMessages() {
        try (Stream<Path> files = Files.list(reference().resolve("schemas"))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> read(name).contains("\"const\": \"wolfgate/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing the schemas", e);
        }
    }

    /** What the schema has against a message; empty if nothing. */
    static List<String> objections(String schema, byte[] message) {
        JsonSchema read =
                FACTORY.getSchema(SchemaLocation.of(file(schema).toUri().toString()));
        return read.validate(new String(message, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** The schema that a message names, without its version. */
    static String named(byte[] message) {
        try {
            return JSON.readTree(message).path("schema").asText().split("/", -1)[1];
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON", e);
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("reading schema " + name, e);
        }
    }

    private static Path file(String name) {
        return reference().resolve("schemas").resolve(name + ".json").toAbsolutePath();
    }
}
