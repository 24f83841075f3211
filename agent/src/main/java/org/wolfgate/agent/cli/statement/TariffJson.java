package org.wolfgate.agent.cli.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.pricing.tariff.Bill;
import org.wolfgate.agent.pricing.tariff.Line;
import org.wolfgate.agent.pricing.tariff.Tariff;
import org.wolfgate.agent.uplink.message.Json;

/** Bills by a tariff as one JSON object, for programs; an amount that nobody can say is absent, never zero. */
public final class TariffJson {

    private TariffJson() {}

    public static String of(TariffBasis basis, Statement statement, Map<String, List<BilledBlock>> byNode) {
        Tariff tariff = basis.tariff();
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/tariff-report/1")
                .put("substation", statement.substation())
                .put("currency", tariff.currency())
                .put("rate_unit", tariff.unit().text())
                .put("from", statement.from().toString())
                .put("to", statement.to().toString())
                .put("notice", Statement.NOTICE);
        ObjectNode head = json.putObject("tariff")
                .put("id", tariff.id())
                .put("title", tariff.title())
                .put("in_force", tariff.inForce())
                .put("mark", tariff.mark().toString())
                .put("mark_means", tariff.mark().meaning());
        ArrayNode notes = head.putArray("notes");
        tariff.notes().forEach(notes::add);
        json.put("party", basis.party().name());
        ArrayNode nodes = json.putArray("nodes");
        byNode.forEach((node, blocks) -> node(nodes.addObject().put("node", node), tariff, blocks));
        return Json.text(json);
    }

    private static void node(ObjectNode json, Tariff tariff, List<BilledBlock> blocks) {
        ArrayNode list = json.putArray("blocks");
        blocks.forEach(block -> block(list.addObject(), tariff, block));
        List<Bill> settled =
                blocks.stream().flatMap(block -> block.settled().stream()).toList();
        json.put(
                        "amount",
                        settled.stream()
                                .map(Bill::total)
                                .reduce(Money.ZERO, Money::plus)
                                .amount())
                .put("blocks_in_amount", settled.size())
                .put("blocks_without_amount", blocks.size() - settled.size());
    }

    private static void block(ObjectNode json, Tariff tariff, BilledBlock block) {
        json.put("start", block.span().start().toString())
                .put("end", block.span().end().toString())
                .put("mark", tariff.mark().toString());
        block.metered().ifPresent(energy -> json.put("metered_wh", energy.wattHours()));
        block.scheduled().ifPresent(energy -> json.put("scheduled_wh", energy.wattHours()));
        block.frequency().ifPresent(frequency -> json.put("frequency_mhz", frequency.millihertz()));
        ObjectNode inputs = json.putObject("inputs");
        block.given().forEach(inputs::put);
        ArrayNode lines = json.putArray("lines");
        block.bill().map(Bill::lines).orElse(List.of()).forEach(line -> line(lines.addObject(), line));
        block.settled().ifPresent(bill -> json.put("amount", bill.total().amount()));
        ArrayNode flags = json.putArray("flags");
        block.flags().forEach(flags::add);
    }

    private static void line(ObjectNode json, Line line) {
        json.put("charge", line.charge())
                .put("band", line.band())
                .put("mark", line.origin().mark().toString())
                .put("source", line.origin().source())
                .put("mwh", line.megawattHours());
        line.netted().ifPresent(span -> json.put("netted", span));
        line.credit()
                .ifPresent(credit -> json.put("credit_per_mwh", credit)
                        .put("amount", line.amount().amount()));
    }
}
