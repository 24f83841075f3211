package org.wolfgate.agent.uplink.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.ToLongFunction;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;

/** Live figures of nodes and meters. Every value stands beside its quality; one that was not measured is absent. */
public final class TelemetryMessages {

    private TelemetryMessages() {}

    /**
     * A node at one moment.
     *
     * @param boot the run of the agent
     * @param sequence counts the telemetry messages of this run
     */
    public static byte[] node(NodeView view, String boot, long sequence) {
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/telemetry/1")
                .put("node", view.node())
                .put("at", view.at().toString())
                .put("boot", boot)
                .put("sequence", sequence);
        measured(json, view.reading());
        view.scheduled().ifPresent(power -> json.put("scheduled_w", power.watts()));
        ObjectNode cap = json.putObject("cap");
        view.cap().limit().ifPresent(limit -> cap.put("w", limit.watts()));
        view.cap().order().ifPresent(order -> cap.put("order", order));
        view.order()
                .ifPresent(entry -> cap.put("state", entry.state().name())
                        .put("until", entry.order().end().toString()));
        view.cap().failSafe().ifPresent(lost -> cap.put("fail_safe", lost.name()));
        view.cap().rung().ifPresent(rung -> cap.put("rung", rung.name()));
        cap.put("why", view.cap().why());
        view.price().ifPresent(price -> json.put("price", price.perMegawattHour()));
        interval(json.putObject("interval"), view);
        json.putObject("settled")
                .put("deviation", view.totals().deviation().amount())
                .put("compensation", view.totals().compensation().amount());
        return Json.bytes(json);
    }

    /** A meter that measures no node, such as the transformer's. */
    public static byte[] meter(String meter, MeterReading reading, java.time.Instant at, String boot, long sequence) {
        ObjectNode json = Json.object()
                .put("schema", "wolfgate/meter/1")
                .put("meter", meter)
                .put("at", at.toString())
                .put("boot", boot)
                .put("sequence", sequence);
        measured(json, reading);
        return Json.bytes(json);
    }

    private static void interval(ObjectNode json, NodeView view) {
        var running = view.running();
        json.put("start", running.deviation().metered().interval().start().toString());
        running.deviation().metered().net().ifPresent(net -> json.put("net_wh", net.wattHours()));
        FrequencyMean frequency = running.deviation().metered().frequency();
        frequency.mean().ifPresent(mean -> json.put("frequency_mhz", mean.millihertz()));
        json.put("estimated_compensation", running.compensation().amount());
    }

    private static void measured(ObjectNode json, MeterReading reading) {
        value(json.putObject("power"), reading.power(), "w", ActivePower::watts);
        value(json.putObject("frequency"), reading.frequency(), "mhz", Frequency::millihertz);
        value(json.putObject("exported"), reading.exported(), "wh", Energy::wattHours);
        value(json.putObject("imported"), reading.imported(), "wh", Energy::wattHours);
    }

    private static <T> void value(ObjectNode json, Reading<T> reading, String unit, ToLongFunction<T> number) {
        reading.value().ifPresent(value -> json.put(unit, number.applyAsLong(value)));
        json.put("quality", reading.quality().name());
        if (!reading.reason().isEmpty()) {
            json.put("reason", reading.reason());
        }
    }
}
