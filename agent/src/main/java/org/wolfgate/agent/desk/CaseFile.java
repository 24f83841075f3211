package org.wolfgate.agent.desk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file, or standard input, that holds one case or a list of cases. */
public final class CaseFile {

    /** NaN and Infinity are let in, so that the check of the field can name them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private CaseFile() {}

    /**
     * Reads the cases of a file.
     *
     * @param name path, or {@code -} for standard input
     * @throws IOException in one line, if it cannot be read or is no JSON
     */
    public static List<JsonNode> read(String name) throws IOException {
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
            JsonNode root = JSON.readTree(in);
            List<JsonNode> cases = new ArrayList<>();
            if (root.isArray()) {
                root.forEach(cases::add);
            } else {
                cases.add(root);
            }
            return cases;
        } catch (JacksonException e) {
            throw new IOException(
                    "no JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + firstLine(e.getOriginalMessage()),
                    e);
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException("no such file");
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
