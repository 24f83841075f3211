package org.wolfgate.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.wolfgate.agent.desk.DispatchCaseReader;
import org.wolfgate.agent.dispatch.Dispatch;
import org.wolfgate.agent.dispatch.DispatchFailure;
import org.wolfgate.agent.dispatch.Dispatcher;
import org.wolfgate.agent.dispatch.Doubles;

/**
 * Dispatch cases: money within a millionth, grants within 10 W (ties included, since the tie rule makes them unique),
 * flowgate prices only where the case says that they are. A dispatch without a certificate never gets here.
 */
final class DispatchCases implements CaseFormat {

    private static final double MONEY = 1e-6;
    private static final double MEGAWATTS = 1e-5;
    private static final double PRICE = 1e-5;

    @Override
    public boolean accepts(JsonNode root) {
        JsonNode first = root.isArray() ? root.path(0) : root;
        return first.path("format").asText().equals(DispatchCaseReader.FORMAT);
    }

    @Override
    public void run(JsonNode root, Score score) {
        for (JsonNode one : root.isArray() ? root : List.of(root)) {
            score.record(one.path("id").asText(), difference(one));
        }
    }

    private static String difference(JsonNode one) {
        try {
            return String.join("; ", differences(one.path("expected"), Dispatcher.solve(DispatchCaseReader.read(one))));
        } catch (IllegalArgumentException | DispatchFailure e) {
            return "expected a dispatch, actual refusal: " + e.getMessage();
        }
    }

    private static List<String> differences(JsonNode expected, Dispatch actual) {
        List<String> found = new ArrayList<>();
        number(found, expected, "objective", actual.objective(), MONEY);
        number(found, expected, "compensation", actual.compensation(), MONEY);
        number(found, expected, "rent", actual.rent(), MONEY);
        number(found, expected, "eligible_mw", actual.eligible(), MONEY);
        number(found, expected, "granted_mw", actual.granted(), MONEY);
        number(found, expected, "overload_mw", actual.overload(), MONEY);
        row(found, expected, "grants", actual.grants(), MEGAWATTS);
        if (expected.path("mu_unique").asBoolean()) {
            row(found, expected, "mu", actual.flowgatePrices(), PRICE);
        }
        return found;
    }

    /** Compares relative to the number's size, but not finer than the tolerance itself. */
    private static void number(List<String> found, JsonNode expected, String name, double actual, double tolerance) {
        JsonNode value = expected.path(name);
        if (value.isNumber() && !near(value.doubleValue(), actual, tolerance)) {
            found.add(name + " expected " + value + ", actual " + actual);
        }
    }

    private static void row(List<String> found, JsonNode expected, String name, Doubles actual, double tolerance) {
        JsonNode values = expected.path(name);
        if (values.isMissingNode()) {
            return;
        }
        if (values.size() != actual.size()) {
            found.add(name + " expected " + values.size() + " entries, actual " + actual.size());
            return;
        }
        for (int i = 0; i < actual.size(); i++) {
            if (!near(values.get(i).doubleValue(), actual.get(i), tolerance)) {
                found.add(name + "[" + i + "] expected " + values.get(i) + ", actual " + actual.get(i));
            }
        }
    }

    private static boolean near(double expected, double actual, double tolerance) {
        return Math.abs(expected - actual) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
