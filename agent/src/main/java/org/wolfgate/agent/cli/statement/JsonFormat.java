package org.wolfgate.agent.cli.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wolfgate.agent.uplink.message.Json;

/** The statement as one JSON object: the records as they are in the ledger, and what they add up to. */
public final class JsonFormat {

    private JsonFormat() {}

    public static String of(Statement statement) {
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/statement-report/1")
                .put("substation", statement.substation())
                .put("currency", statement.currency())
                .put("from", statement.from().toString())
                .put("to", statement.to().toString())
                .put("notice", Statement.NOTICE);
        ArrayNode tariffs = json.putArray("tariffs");
        statement.tariffs().forEach(tariffs::add);
        ArrayNode lines = json.putArray("lines");
        statement.lines().forEach(line -> lines.add(line(line)));
        ArrayNode totals = json.putArray("totals");
        statement.byNode().forEach((node, own) -> totals.add(total(node, NodeTotal.of(own))));
        ArrayNode orders = json.putArray("orders");
        statement.orders().forEach(order -> orders.add(order(order)));
        return Json.text(json);
    }

    private static ObjectNode order(OrderMoney order) {
        return Json.object()
                .put("node", order.node())
                .put("order", order.order())
                .put("ended_at", order.endedAt().toString())
                .put("verdict_version", order.version())
                .put("compensation", order.compensation())
                .put("compensation_state", order.isFinal() ? "final" : "pending");
    }

    private static ObjectNode line(StatementEntry line) {
        ObjectNode json = Json.object()
                .put("id", line.id())
                .put("seq", line.seq())
                .put("time_quality", line.timeQuality().name());
        json.setAll(line.body());
        json.put("finality", line.finality().name());
        line.interval().ifPresent(interval -> json.set("interval", interval));
        return json;
    }

    private static ObjectNode total(String node, NodeTotal total) {
        return Json.object()
                .put("node", node)
                .put("intervals", total.intervals())
                .put("provisional", total.provisional())
                .put("deviation_wh", total.deviationWattHours())
                .put("deviation", total.deviation())
                .put("deviation_rounded", NodeTotal.rounded(total.deviation()))
                .put("damages", total.damages())
                .put("damages_rounded", NodeTotal.rounded(total.damages()))
                .put("reactive", total.reactive())
                .put("reactive_rounded", NodeTotal.rounded(total.reactive()))
                .put("compensation", total.compensation())
                .put("compensation_rounded", NodeTotal.rounded(total.compensation()))
                .put("premium", total.premium())
                .put("premium_rounded", NodeTotal.rounded(total.premium()))
                .put("fee", total.fee())
                .put("fee_rounded", NodeTotal.rounded(total.fee()))
                .put("net", total.net());
    }
}
