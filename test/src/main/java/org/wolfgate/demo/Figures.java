package org.wolfgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The live figures as a table, a line per node. */
final class Figures {

    private static final String ROW = "%-6s %9s %9s %9s %-11s %10s %9s %12s %12s  %s";

    private Figures() {}

    static List<String> table(Heard heard, List<String> nodes) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "node",
                "flow MW",
                "sched MW",
                "cap MW",
                "order",
                "freq Hz",
                "WOLF",
                "deviation",
                "compens.",
                "why"));
        for (String node : nodes) {
            lines.add(row(node, heard.live("telemetry/" + node)));
        }
        return lines;
    }

    static String uplink(Heard heard) {
        JsonNode health = heard.live("health");
        long waiting = health.path("outbox").path("last").asLong()
                - health.path("outbox").path("acknowledged").asLong();
        String state = heard.live("status").path("state").asText("unknown");
        return "uplink " + state + ", " + heard.records().entries().size() + " records received, " + waiting
                + " waiting in the outbox; clock "
                + health.path("time_quality").asText("?").toLowerCase(Locale.ROOT)
                + "; orders: " + heard.live("health").path("orders").asText("unknown");
    }

    private static String row(String node, JsonNode t) {
        JsonNode cap = t.path("cap");
        return String.format(
                Locale.ROOT,
                ROW,
                node,
                megawatts(t.path("power").path("w")),
                megawatts(t.path("scheduled_w")),
                megawatts(cap.path("w")),
                shortState(cap.path("state").asText("")),
                scaled(t.path("frequency").path("mhz"), 3, 3),
                plain(t.path("price")),
                cents(t.path("settled").path("deviation")),
                cents(t.path("settled").path("compensation")),
                cap.path("why").asText("no telemetry yet"));
    }

    private static String shortState(String state) {
        return switch (state) {
            case "CONFIRMED_BY_METER" -> "confirmed";
            case "NOT_ACHIEVED" -> "not yet";
            default -> state.toLowerCase(Locale.ROOT);
        };
    }

    /** What is not there was not measured, and a dash says so. */
    private static String megawatts(JsonNode watts) {
        return scaled(watts, 6, 2);
    }

    private static String scaled(JsonNode value, int scale, int shown) {
        return value.isNumber()
                ? BigDecimal.valueOf(value.longValue(), scale)
                        .setScale(shown, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : "-";
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : "-";
    }

    private static String cents(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().setScale(2, RoundingMode.HALF_EVEN).toPlainString()
                : "-";
    }
}
