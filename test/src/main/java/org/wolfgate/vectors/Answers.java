package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * Compares what a case expects with what the product answers: decimals as decimals, lists in order, sets as sets, an
 * empty {@link Optional} as null, quantities in the file's units (Wh, mHz, currency).
 */
final class Answers {

    private Answers() {}

    /** Scores one case with the runner of its kind; a kind without a runner, and a refused input, are failures. */
    static void score(JsonNode one, JsonNode root, String kind, Map<String, GroupRunner> runners, Score score) {
        String id = one.path("id").asText("a case without id");
        GroupRunner runner = runners.get(kind);
        if (runner == null) {
            score.record(id, "no part of the product answers '" + kind + "'");
            return;
        }
        try {
            score.record(
                    id, difference(one.required("expect"), runner.answer(new Inputs(one.required("inputs"), root))));
        } catch (RuntimeException e) {
            score.record(id, "refused: " + e);
        }
    }

    /** Every difference on one line; empty if there is none. A field the product does not answer is a difference. */
    static String difference(JsonNode expected, Map<String, Object> answer) {
        return expected.properties().stream()
                .map(field -> difference(field.getKey(), field.getValue(), answer.get(field.getKey())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String difference(String name, JsonNode expected, @Nullable Object answer) {
        if (answer == null) {
            return name + " was not answered";
        }
        Object plain = plain(answer);
        if (plain instanceof Map<?, ?> fields && expected.isObject()) {
            return expected.properties().stream()
                    .map(f -> difference(name + "." + f.getKey(), f.getValue(), fields.get(f.getKey())))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        return same(expected, plain) ? "" : name + " should be " + expected + ", is " + plain;
    }

    private static boolean same(JsonNode expected, Object answer) {
        if (answer instanceof BigDecimal number) {
            return expected.isValueNode() && isNumber(expected.asText()) && number.compareTo(decimal(expected)) == 0;
        }
        if (answer instanceof Set<?> set) {
            Set<String> wanted = new TreeSet<>();
            expected.forEach(e -> wanted.add(e.asText()));
            return expected.isArray()
                    && wanted.equals(set.stream().map(Object::toString).collect(Collectors.toSet()));
        }
        if (answer instanceof List<?> list) {
            return expected.isArray() && expected.size() == list.size() && allSame(expected, list);
        }
        if (answer instanceof Optional<?> empty) {
            return empty.isEmpty() && expected.isNull();
        }
        return expected.isValueNode() && expected.asText().equals(answer.toString());
    }

    private static boolean allSame(JsonNode expected, List<?> list) {
        for (int i = 0; i < list.size(); i++) {
            if (!difference("[" + i + "]", expected.get(i), list.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The quantity as a number in the file's unit. */
    private static Object plain(Object answer) {
        if (answer instanceof Price price) {
            return price.perMegawattHour();
        } else if (answer instanceof Money money) {
            return money.amount();
        } else if (answer instanceof Energy energy) {
            return BigDecimal.valueOf(energy.wattHours());
        } else if (answer instanceof Frequency frequency) {
            return BigDecimal.valueOf(frequency.millihertz());
        } else if (answer instanceof Integer || answer instanceof Long) {
            return BigDecimal.valueOf(((Number) answer).longValue());
        } else if (answer instanceof Optional<?> some && some.isPresent()) {
            return plain(some.get());
        }
        return answer;
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asText());
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }
}
