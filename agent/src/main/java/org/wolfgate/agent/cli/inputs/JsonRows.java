package org.wolfgate.agent.cli.inputs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** Rows of a list of objects: {@code [{"time": "2026-11-22T00:00:00Z", "price": 61.20}, ...]}. */
final class JsonRows {

    private static final String TODO = "write [{\"time\": \"2026-11-22T00:00:00Z\", \"price\": 61.20}, ...]";

    private JsonRows() {}

    static List<InputRow> read(String file, String text, Problems problems) {
        List<InputRow> rows = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                problems.add(cell(json).problem(file, "this is no list", TODO));
                return rows;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Cell place = cell(json);
                row(file, json, problems)
                        .ifPresentOrElse(
                                rows::add, () -> problems.add(place.problem(file, "this row has no 'time'", TODO)));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                problems.add(cell(json).problem(file, "this is no object", TODO));
            }
        } catch (JsonProcessingException e) {
            problems.add(new Problem(
                    file,
                    e.getLocation().getLineNr(),
                    e.getLocation().getColumnNr(),
                    "no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""),
                    TODO));
        } catch (IOException e) {
            throw new IllegalStateException("reading a text in memory", e);
        }
        return rows;
    }

    private static Optional<InputRow> row(String file, JsonParser json, Problems problems) throws IOException {
        Map<String, Cell> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            Cell cell = cell(json);
            if (json.currentToken().isStructStart()) {
                problems.add(cell.problem(file, "'" + name + "' is no single value", TODO));
                json.skipChildren();
            } else {
                values.put(name, cell);
            }
        }
        Optional<Cell> start = Optional.ofNullable(values.remove(InputRow.TIME));
        Optional<Cell> end = Optional.ofNullable(values.remove(InputRow.END));
        return start.map(at -> new InputRow(at, end, values));
    }

    private static Cell cell(JsonParser json) throws IOException {
        JsonLocation at = json.currentTokenLocation();
        boolean nothing = json.currentToken() == null || json.currentToken() == JsonToken.VALUE_NULL;
        return new Cell(at.getLineNr(), at.getColumnNr(), nothing ? "" : json.getText());
    }
}
