package org.wolfgate.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.settlement.AccuracyClass;
import org.wolfgate.agent.settlement.CapTrace;
import org.wolfgate.agent.settlement.DeviationLine;
import org.wolfgate.agent.settlement.DeviationSettlement;
import org.wolfgate.agent.settlement.DeviationTotal;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.agent.settlement.Offset;
import org.wolfgate.agent.settlement.Schedule;
import org.wolfgate.agent.settlement.ScheduleBlock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** Groups {@code sale} and {@code statement}: metered energy, schedule, order and price to an amount. */
final class SaleCases {

    /** These cases ask nothing of the meter's accuracy. */
    private static final DeviationSettlement SETTLEMENT =
            new DeviationSettlement(new AccuracyClass(new BigDecimal("0.2")));

    private SaleCases() {}

    static Map<String, Object> sale(Inputs inputs) {
        Interval interval = interval(inputs);
        DeviationLine line = settle(inputs, inputs, offset(inputs, interval), interval);
        List<String> flags = new ArrayList<>(line.flags());
        flags.remove(LineFlag.BELOW_METER_ACCURACY.name());
        return Map.of(
                "price", line.price().price(),
                "schedule_wh", line.offset().scheduled(),
                "schedule_eff_wh", line.offset().effective(),
                "deviation_wh", line.deviation(),
                "noncompliant_wh", line.excess(),
                "amount", line.amount(),
                "flags", Set.copyOf(flags));
    }

    static Map<String, Object> statement(Inputs inputs) {
        if (!inputs.has("rows")) {
            return total(inputs);
        }
        Interval interval = interval(inputs);
        Offset offset = offset(inputs, interval);
        List<DeviationLine> lines = inputs.each("rows").stream()
                .map(row -> settle(inputs, row, offset, interval))
                .toList();
        DeviationTotal total = DeviationTotal.of(lines);
        List<Object> rows = lines.stream()
                .<Object>map(line -> Map.of("price", line.price().price(), "amount", line.amount()))
                .toList();
        return Map.of("rows", rows, "total_exact", total.amount(), "total", total.rounded());
    }

    private static Map<String, Object> total(Inputs inputs) {
        Money exact = inputs.texts("amounts")
                .map(text -> Money.of(new BigDecimal(text)))
                .reduce(Money.ZERO, Money::plus);
        return Map.of("total_exact", exact, "total", exact.toCents());
    }

    private static DeviationLine settle(Inputs inputs, Inputs row, Offset offset, Interval interval) {
        FrequencyChoice frequency = new FrequencyChoice(
                row.has("f_mhz") ? Optional.of(row.frequency("f_mhz")) : Optional.<Frequency>empty(), Set.of());
        IntervalPrice price = IntervalPrice.of(
                new NodePrice(Parameters.of(inputs), List.of()),
                frequency,
                row.has("ace_mw") ? row.megawatts("ace_mw") : inputs.megawatts("ace_mw"),
                Map.of());
        MeteredInterval metered = MeteredInterval.measured(
                interval, IntervalEnergy.ofNet(row.energy("metered_wh")), FrequencyMean.of(0, 0, 1));
        return SETTLEMENT.settle(metered, offset, price, 1);
    }

    private static Offset offset(Inputs inputs, Interval interval) {
        CapTrace caps =
                power(inputs, "limit_mw").map(cap -> CapTrace.of(interval, cap)).orElse(CapTrace.NONE);
        boolean contract = !inputs.has("mode") || inputs.text("mode").equals("SCHEDULED");
        Optional<Schedule> schedule = contract
                ? power(inputs, "schedule_mw")
                        .map(power -> new Schedule("case", List.of(new ScheduleBlock(interval, power)), Duration.ZERO))
                : Optional.empty();
        return schedule.map(agreed -> Offset.scheduled(interval, agreed, ActivePower.ZERO, caps))
                .orElseGet(() -> Offset.noContract(interval, ActivePower.ZERO, caps));
    }

    private static Interval interval(Inputs inputs) {
        return new Interval(Instant.EPOCH, Instant.ofEpochSecond(inputs.whole("seconds")));
    }

    private static Optional<ActivePower> power(Inputs inputs, String name) {
        return inputs.has(name) ? Optional.of(watts(inputs.decimal(name))) : Optional.empty();
    }

    /** Case files may give a schedule finer than a watt. */
    static ActivePower watts(BigDecimal megawatts) {
        return new ActivePower(
                megawatts.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    }
}
