package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;

/** Strict view of a JSON object: every field is asked for by name and type, and an unknown one is an error. */
final class Fields {

    private static final int LONGEST_TEXT = 500;

    /** About 9 TW; keeps kilowatts times a thousand far from overflow. */
    private static final long LARGEST_KILOWATTS = 9_000_000_000L;

    private final String path;
    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();

    Fields(ObjectNode object) {
        this("", object);
    }

    private Fields(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    void schema(String expected) throws MessageException {
        String seen = text("schema");
        if (!seen.equals(expected)) {
            throw new MessageException("schema is '" + seen + "', expected '" + expected + "'");
        }
    }

    String text(String name) throws MessageException {
        JsonNode node = required(name);
        if (!node.isTextual() || !isLine(node.textValue()) || node.textValue().length() > LONGEST_TEXT) {
            throw wrong(name, "one line of 1 to " + LONGEST_TEXT + " characters");
        }
        return node.textValue();
    }

    /** A text; empty if the field is null or absent. */
    Optional<String> optionalText(String name) throws MessageException {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(text(name));
    }

    /** Whether a text can stand in keys and logs: something to see, and no control characters. */
    static boolean isLine(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    long whole(String name) throws MessageException {
        JsonNode node = required(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return node.longValue();
    }

    /** A whole number; empty if the field is null or absent. */
    Optional<Long> optionalWhole(String name) throws MessageException {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(whole(name));
    }

    /** An object; empty if the field is null or absent. */
    Optional<Fields> optionalObject(String name) {
        asked.add(name);
        return object.get(name) instanceof ObjectNode each
                ? Optional.of(new Fields(path + name + ".", each))
                : Optional.empty();
    }

    /** The elements of a list of texts; none if the field is null or absent. */
    List<String> texts(String name) {
        asked.add(name);
        List<String> texts = new ArrayList<>();
        object.path(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The elements of a list of objects; none if the field is null or absent. */
    List<Fields> optionalObjects(String name) throws MessageException {
        return object.hasNonNull(name) ? objects(name) : List.of();
    }

    /** A list of pairs of whole numbers; none if the field is null or absent. */
    List<List<Integer>> optionalPairs(String name) throws MessageException {
        asked.add(name);
        List<List<Integer>> pairs = new ArrayList<>();
        for (JsonNode pair : object.path(name)) {
            if (pair.size() != 2
                    || !pair.get(0).canConvertToInt()
                    || !pair.get(1).canConvertToInt()) {
                throw wrong(name, "a list of pairs of whole numbers");
            }
            pairs.add(List.of(pair.get(0).intValue(), pair.get(1).intValue()));
        }
        return pairs;
    }

    boolean flag(String name) throws MessageException {
        JsonNode node = required(name);
        if (!node.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.booleanValue();
    }

    ActivePower kilowatts(String name) throws MessageException {
        long value = whole(name);
        if (Math.abs(value) > LARGEST_KILOWATTS) {
            throw wrong(name, "a power in kW");
        }
        return ActivePower.ofKilowatts(value);
    }

    Price price(String name) throws MessageException {
        return optionalPrice(name).orElseThrow(() -> wrong(name, "a price per MWh"));
    }

    /** A price per MWh; empty if the field is null or absent. */
    Optional<Price> optionalPrice(String name) throws MessageException {
        Optional<BigDecimal> value = optionalDecimal(name);
        try {
            return value.map(decimal -> Price.parse(decimal.toPlainString()));
        } catch (IllegalArgumentException e) {
            throw wrong(name, "a price per MWh with at most two decimals");
        }
    }

    /** A decimal number; empty if the field is null or absent. */
    Optional<BigDecimal> optionalDecimal(String name) throws MessageException {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            throw wrong(name, "a number");
        }
        BigDecimal value = node.decimalValue();
        if (value.precision() > 30 || Math.abs(value.scale()) > 30) {
            throw wrong(name, "a number of ordinary size");
        }
        return Optional.of(value);
    }

    /** A time to the millisecond, as all rules count; what is finer is cut off. */
    Instant instant(String name) throws MessageException {
        String text = text(name);
        try {
            Instant at = Instant.parse(text);
            if (Math.abs(at.getEpochSecond()) < 100_000_000_000L) {
                return at.truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            // Reported below together with times out of range.
        }
        throw wrong(name, "a UTC time such as 2030-01-01T00:00:00Z");
    }

    /** The fields {@code start} and {@code end}. */
    Interval span() throws MessageException {
        Instant start = instant("start");
        Instant end = instant("end");
        if (!end.isAfter(start)) {
            throw new MessageException("field '" + path + "end' is " + end + ", not after the start " + start);
        }
        return new Interval(start, end);
    }

    List<Fields> objects(String name) throws MessageException {
        JsonNode node = required(name);
        if (!node.isArray()) {
            throw wrong(name, "a list");
        }
        List<Fields> elements = new ArrayList<>();
        for (JsonNode element : node) {
            if (!(element instanceof ObjectNode each)) {
                throw wrong(name, "a list of objects");
            }
            elements.add(new Fields(path + name + "[" + elements.size() + "].", each));
        }
        return elements;
    }

    /** To be called when all is read. */
    void rejectUnknown() throws MessageException {
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!asked.contains(name)) {
                throw new MessageException("unknown field '" + path + name + "'");
            }
        }
    }

    private JsonNode required(String name) throws MessageException {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            throw new MessageException("field '" + path + name + "' is missing");
        }
        return node;
    }

    private MessageException wrong(String name, String expected) {
        String seen = String.valueOf(object.get(name));
        String shown = seen.length() > 60 ? seen.substring(0, 60) + "..." : seen;
        return new MessageException("field '" + path + name + "' is " + shown + ", expected " + expected);
    }
}
