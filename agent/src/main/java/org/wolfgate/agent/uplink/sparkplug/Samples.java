package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.control.NodeView;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.MeterReading;

/** What the agent knows, as samples by the names of {@link Points}. */
final class Samples {

    private Samples() {}

    static Map<String, Sample> node(NodeView view) {
        Instant at = view.at();
        Map<String, Sample> samples = new HashMap<>(meter(view.reading(), at));
        samples.put(Points.SCHEDULED, Sample.number(view.scheduled().map(ActivePower::watts), at));
        samples.put(Points.CAP, Sample.number(view.cap().limit().map(ActivePower::watts), at));
        samples.put(Points.CAP_WHY, Sample.text(Optional.of(view.cap().why()), at));
        samples.put(Points.CAP_ORDER, Sample.text(view.cap().order(), at));
        samples.put(
                Points.CAP_STATE,
                Sample.text(view.order().map(order -> order.state().name()), at));
        samples.put(
                Points.CAP_UNTIL,
                Sample.moment(view.order().map(order -> order.order().end()), at));
        samples.put(Points.FAIL_SAFE, Sample.text(view.cap().failSafe().map(Enum::name), at));
        samples.put(Points.PRICE, Sample.number(view.price().map(Price::hundredths), at));
        samples.put(
                Points.DEVIATION,
                Sample.number(Optional.of(view.totals().deviation().micros()), at));
        samples.put(
                Points.COMPENSATION,
                Sample.number(Optional.of(view.totals().compensation().micros()), at));
        return samples;
    }

    static Map<String, Sample> meter(MeterReading reading, Instant at) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put(Points.POWER, Sample.measured(reading.power(), ActivePower::watts, at));
        samples.put(Points.FREQUENCY, Sample.measured(reading.frequency(), Frequency::millihertz, at));
        samples.put(Points.EXPORTED, Sample.measured(reading.exported(), Energy::wattHours, at));
        samples.put(Points.IMPORTED, Sample.measured(reading.imported(), Energy::wattHours, at));
        return samples;
    }

    static Map<String, Sample> agent(AgentFigures figures) {
        Instant at = figures.at();
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put(Points.BOOT, Sample.text(Optional.of(figures.boot()), at));
        samples.put(Points.TIME_QUALITY, Sample.text(Optional.of(figures.timeQuality()), at));
        samples.put(Points.LAST_RECORD, Sample.number(Optional.of(figures.lastRecord()), at));
        samples.put(Points.WAITING, Sample.number(Optional.of(figures.waiting()), at));
        samples.put(Points.STORAGE, Sample.text(Optional.of(figures.storageRoom()), at));
        return samples;
    }
}
