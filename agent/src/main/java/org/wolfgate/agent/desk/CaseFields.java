package org.wolfgate.agent.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Typed columns of a case file; a wrong one is refused by its field and index. */
final class CaseFields {

    private final String path;
    private final JsonNode object;

    private CaseFields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** The object under a name of the case. */
    static CaseFields in(JsonNode root, String name) {
        JsonNode object = root.path(name);
        if (!object.isObject()) {
            throw new IllegalArgumentException(name + (object.isMissingNode() ? " is missing" : " is no JSON object"));
        }
        return new CaseFields(name, object);
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** Finite or other numbers, one per entry. */
    double[] numbers(String name) {
        return Stream.of(entries(name)).mapToDouble(Entry::number).toArray();
    }

    /** Numbers of which there must be so many; a null entry becomes {@code ifNull}, a missing field all that. */
    double[] numbers(String name, int size, String per, double ifNull) {
        double[] result = new double[size];
        Arrays.fill(result, ifNull);
        if (has(name)) {
            Entry[] entries = entries(name, size, per);
            for (int i = 0; i < size; i++) {
                result[i] = entries[i].optionalNumber().orElse(ifNull);
            }
        }
        return result;
    }

    OptionalDouble[] optionalNumbers(String name, int size, String per) {
        return Stream.of(entries(name, size, per)).map(Entry::optionalNumber).toArray(OptionalDouble[]::new);
    }

    int[] indices(String name) {
        return Stream.of(entries(name)).mapToInt(Entry::index).toArray();
    }

    int[] indices(String name, int size, String per) {
        return Stream.of(entries(name, size, per)).mapToInt(Entry::index).toArray();
    }

    /** Names of which there must be so many, if the field is there. */
    Optional<String[]> names(String name, int size, String per) {
        return has(name)
                ? Optional.of(Stream.of(entries(name, size, per))
                        .map(entry -> entry.value().asText())
                        .toArray(String[]::new))
                : Optional.empty();
    }

    Entry[] entries(String name, int size, String per) {
        Entry[] entries = entries(name);
        if (entries.length != size) {
            throw new IllegalArgumentException(path + "." + name + " has " + entries.length + " entries, needs " + size
                    + " (one per " + per + ")");
        }
        return entries;
    }

    private Entry[] entries(String name) {
        return entries(path + "." + name, object.path(name));
    }

    /** The entries of an array in the case. */
    static Entry[] entries(String field, JsonNode array) {
        if (!array.isArray()) {
            throw new IllegalArgumentException(field + (array.isMissingNode() ? " is missing" : " is no list"));
        }
        Entry[] entries = new Entry[array.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry(field + "[" + i + "]", array.get(i));
        }
        return entries;
    }

    /** One entry with the field and index that it stands at. */
    record Entry(String field, JsonNode value) {

        double number() {
            if (!value.isNumber()) {
                throw new IllegalArgumentException(field + " is " + value + ": give a number");
            }
            return value.doubleValue();
        }

        OptionalDouble optionalNumber() {
            return value.isNull() ? OptionalDouble.empty() : OptionalDouble.of(number());
        }

        int index() {
            double number = number();
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(field + " is " + value + ": give a whole number, counted from 0");
            }
            return (int) number;
        }
    }
}
