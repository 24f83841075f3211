package org.wolfgate.drivers.sunspec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The points of every model that is known here, by model id; from the resource {@code models.txt}. */
final class ModelTable {

    private static final Map<Integer, Map<String, ModelPoint>> MODELS = read();

    private ModelTable() {}

    /** The points of a model by name, in the order of the table; none if the model is not known. */
    static Map<String, ModelPoint> points(int model) {
        return MODELS.getOrDefault(model, Map.of());
    }

    /**
     * One point.
     *
     * @throws IllegalArgumentException if the model has none of that name
     */
    static ModelPoint point(int model, String name) {
        ModelPoint point = points(model).get(name);
        if (point == null) {
            throw new IllegalArgumentException("SunSpec model " + model + " has no point " + name);
        }
        return point;
    }

    private static Map<Integer, Map<String, ModelPoint>> read() {
        try (InputStream in = Objects.requireNonNull(ModelTable.class.getResourceAsStream("models.txt"))) {
            Map<Integer, Map<String, ModelPoint>> models = new HashMap<>();
            List<Integer> current = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                take(line.strip(), current, models);
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException("the table of SunSpec models cannot be read from the jar", e);
        }
    }

    private static void take(String line, List<Integer> current, Map<Integer, Map<String, ModelPoint>> models) {
        if (line.startsWith("model ")) {
            current.clear();
            for (String id : line.substring("model ".length()).split(" +", -1)) {
                current.add(Integer.valueOf(id));
                models.put(Integer.valueOf(id), new LinkedHashMap<>());
            }
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            ModelPoint point = ModelPoint.parse(line);
            current.forEach(id -> Objects.requireNonNull(models.get(id)).put(point.name(), point));
        }
    }
}
