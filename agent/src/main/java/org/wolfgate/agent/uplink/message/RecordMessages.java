package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.wolfgate.agent.control.AgentRecord;
import org.wolfgate.agent.control.AgentRecord.IntervalClosed;
import org.wolfgate.agent.control.AgentRecord.IntervalSettled;
import org.wolfgate.agent.control.AgentRecord.Note;
import org.wolfgate.agent.control.AgentRecord.OrderClosed;
import org.wolfgate.agent.control.AgentRecord.OrderStep;
import org.wolfgate.agent.control.SettledInterval;
import org.wolfgate.agent.curtailment.Verdict;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.Registers;
import org.wolfgate.agent.orders.OrderEvent;

/** The bodies of records, as the ledger keeps them and the ISO gets them. */
public final class RecordMessages {

    /**
     * A record ready to be kept.
     *
     * @param kind last level of its topic
     * @param key natural key within the kind
     */
    public record Body(String kind, String key, Instant at, String json) {}

    private RecordMessages() {}

    /** The body of a record. */
    public static Body of(AgentRecord record, Instant now) {
        if (record instanceof IntervalClosed closed) {
            return new Body("interval", key(closed.node(), closed.metered()), now, Json.text(interval(closed)));
        }
        if (record instanceof IntervalSettled settled) {
            SettledInterval line = settled.settled();
            return new Body("statement", StatementBody.key(line), now, Json.text(StatementBody.of(line)));
        }
        if (record instanceof OrderStep step) {
            OrderEvent event = step.event();
            return new Body("order", event.order() + "/" + event.state(), event.at(), Json.text(order(event)));
        }
        if (record instanceof OrderClosed closed) {
            Verdict verdict = closed.verdict();
            int version = verdict.revision().version();
            String key = verdict.order().id() + (version == 1 ? "" : "/" + version);
            return new Body("verdict", key, version == 1 ? verdict.endedAt() : now, Json.text(verdict(verdict)));
        }
        if (record instanceof Note note) {
            ObjectNode json = Json.object().put("what", note.what()).put("detail", note.detail());
            return new Body("event", note.what(), note.at(), Json.text(json));
        }
        throw new IllegalStateException("a record without a message: " + record);
    }

    private static String key(String node, MeteredInterval metered) {
        return node + "/" + metered.interval().start() + "/" + metered.version();
    }

    private static ObjectNode interval(IntervalClosed closed) {
        MeteredInterval metered = closed.metered();
        ObjectNode json = span(Json.object().put("node", closed.node()), metered.interval())
                .put("version", metered.version())
                .put("quality", metered.quality().name())
                .put("measured_ms", metered.measured().toMillis())
                .put("estimated_ms", metered.estimated().toMillis());
        metered.energy()
                .ifPresent(energy -> json.put("exported_wh", energy.exported().wattHours())
                        .put("imported_wh", energy.imported().wattHours()));
        metered.net().ifPresent(net -> json.put("net_wh", net.wattHours()));
        metered.opening().ifPresent(registers -> json.set("opening", registers(registers)));
        metered.closing().ifPresent(registers -> json.set("closing", registers(registers)));
        metered.frequency().mean().ifPresent(mean -> json.put("frequency_mhz", mean.millihertz()));
        json.put("frequency_coverage_percent", metered.frequency().coveragePercent())
                .put("frequency_samples", metered.frequency().goodSamples())
                .put("frequency_samples_expected", metered.frequency().expectedSamples());
        if (!metered.frequency().counts().isEmpty()) {
            counts(json.putArray("frequency_counts"), metered.frequency().counts());
        }
        ArrayNode flags = json.putArray("flags");
        metered.flags().stream().map(Enum::name).sorted().forEach(flags::add);
        return json;
    }

    private static void counts(ArrayNode json, FrequencyCounts counts) {
        counts.counts().forEach(count -> json.addArray().add(count.millihertz()).add(count.samples()));
    }

    static ObjectNode registers(Registers registers) {
        return Json.object()
                .put("exported_wh", registers.exported().wattHours())
                .put("imported_wh", registers.imported().wattHours());
    }

    private static ObjectNode order(OrderEvent event) {
        ObjectNode json = Json.object().put("order", event.order());
        event.node().ifPresent(node -> json.put("node", node));
        json.put("state", event.state().name());
        event.refusal().ifPresent(refusal -> json.put("refusal", refusal.name()));
        return json.put("reason", event.reason()).put("repeated", event.repeated());
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode json = Json.object()
                .put("order", verdict.order().id())
                .put("node", verdict.order().node())
                .put("cap_kw", verdict.order().cap().watts() / 1000)
                .put("outcome", verdict.outcome().name())
                .put("ending", verdict.ending().name())
                .put("in_force_since", verdict.inForceSince().toString())
                .put("ended_at", verdict.endedAt().toString())
                .put("energy_above_cap_wh", verdict.energyAboveCap().wattHours())
                .put("energy_above_cap_uncertainty_wh", verdict.uncertainty().wattHours());
        verdict.timeToComply().map(Duration::toMillis).ifPresent(millis -> json.put("time_to_comply_ms", millis));
        ArrayNode cuts = json.putArray("units");
        verdict.cuts()
                .forEach(cut -> cuts.addObject()
                        .put("unit", cut.unit())
                        .put("curtailed_wh", cut.curtailed().wattHours())
                        .put("compensation", cut.compensation().amount()));
        json.put("compensation", verdict.compensation().amount())
                .put("compensation_state", verdict.revision().isFinal() ? "final" : "pending")
                .put("version", verdict.revision().version());
        verdict.revision()
                .before()
                .ifPresent(before -> json.putObject("replaces")
                        .put("version", verdict.revision().version() - 1)
                        .put("compensation", before.amount()));
        return json;
    }

    static ObjectNode span(ObjectNode json, Interval interval) {
        return json.put("start", interval.start().toString())
                .put("end", interval.end().toString());
    }
}
