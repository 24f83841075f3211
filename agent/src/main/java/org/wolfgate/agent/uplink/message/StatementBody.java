package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.UnitLine;
import org.wolfgate.agent.settlement.UnitSpan;

/** The body of a statement record: every amount with all that it was computed from. */
final class StatementBody {

    private StatementBody() {}

    /** Natural key: node, start of the interval and version of the line. */
    static String key(SettledInterval settled) {
        DeviationLine line = settled.deviation();
        return settled.node() + "/" + line.metered().interval().start() + "/" + line.version();
    }

    static ObjectNode of(SettledInterval settled) {
        DeviationLine line = settled.deviation();
        ObjectNode json = RecordMessages.span(
                        Json.object().put("node", settled.node()),
                        line.metered().interval())
                .put("version", line.version())
                .put("interval_version", line.metered().version())
                .put("finality", settled.finality().name())
                .put("quality", line.metered().quality().name());
        line.metered().net().ifPresent(net -> json.put("metered_wh", net.wattHours()));
        offset(json, line.offset());
        line.deviation().ifPresent(energy -> json.put("deviation_wh", energy.wattHours()));
        json.put("excess_wh", line.excess().wattHours());
        price(json, line.price());
        json.put("amount", line.amount().amount());
        line.uncertainty()
                .ifPresent(open -> json.put("accuracy_percent", open.accuracy().percent())
                        .put("uncertainty_wh", open.energy().wattHours())
                        .put("uncertainty_amount", open.amount().amount()));
        ArrayNode flags = json.putArray("flags");
        settled.flags().forEach(flags::add);
        ArrayNode units = json.putArray("units");
        settled.units().forEach(unit -> unit(units.addObject(), unit));
        return json.put("compensation", settled.compensation().amount());
    }

    private static void offset(ObjectNode json, Offset offset) {
        offset.scheduled().ifPresent(energy -> json.put("scheduled_wh", energy.wattHours()));
        offset.effective().ifPresent(energy -> json.put("offset_wh", energy.wattHours()));
        offset.allowed().ifPresent(energy -> json.put("allowed_wh", energy.wattHours()));
        offset.scheduleId().ifPresent(id -> json.put("schedule", id));
        ArrayNode orders = json.putArray("orders");
        offset.orderIds().forEach(orders::add);
    }

    private static void price(ObjectNode json, IntervalPrice price) {
        price.frequency().ifPresent(frequency -> json.put("frequency_mhz", frequency.millihertz()));
        json.put("frequency_source", price.source().name());
        price.operator().ifPresent(frequency -> json.put("iso_frequency_mhz", frequency.millihertz()));
        price.areaControlError().ifPresent(ace -> json.put("ace_w", ace.watts()));
        if (!price.gates().isEmpty()) {
            ArrayNode gates = json.putArray("gates");
            price.gates().forEach(term -> GateBody.write(gates.addObject(), term));
        }
        price.formula().ifPresent(formula -> json.set("formula", FormulaBody.of(formula)));
        json.put("price", price.price().perMegawattHour())
                .put("parameters", price.parameterSet())
                .put("mark", price.mark().toString());
    }

    private static void unit(ObjectNode json, UnitLine unit) {
        json.put("unit", unit.unit());
        unit.strike().ifPresent(strike -> json.put("strike", strike.perMegawattHour()));
        json.put("curtailed_wh", unit.curtailed().wattHours())
                .put("compensation", unit.compensation().amount());
        unit.cover()
                .ifPresent(cover -> json.put("insured_w", cover.insured().watts())
                        .put("premium_rate", cover.rate().perMegawattHour())
                        .put("premium", cover.premium().amount()));
        if (unit.spans().stream().anyMatch(span -> span.destination().isPresent())) {
            json.put("fee", unit.fee().amount());
        }
        ArrayNode spans = json.putArray("spans");
        unit.spans().forEach(span -> span(spans.addObject(), span));
    }

    private static void span(ObjectNode json, UnitSpan span) {
        RecordMessages.span(json, span.span())
                .put("scheduled_w", span.scheduled().watts())
                .put("granted_w", span.granted().watts())
                .put("spot", span.spot().perMegawattHour());
        span.destination().ifPresent(spot -> json.put("destination_spot", spot.perMegawattHour()));
    }
}
