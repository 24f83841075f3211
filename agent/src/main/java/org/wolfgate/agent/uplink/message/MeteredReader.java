package org.wolfgate.agent.uplink.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencyCounts.Count;
import org.wolfgate.agent.metering.FrequencyMean;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.IntervalEnergy;
import org.wolfgate.agent.metering.IntervalQuality;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.metering.MeteringFlag;
import org.wolfgate.agent.metering.Registers;
import org.wolfgate.agent.settlement.LineFlag;
import org.wolfgate.drivers.Energy;

/** Reads back what the meter said of an interval, from its own record as far as that is at hand. */
final class MeteredReader {

    private MeteredReader() {}

    static MeteredInterval read(Interval span, Fields statement, Set<String> flags, Optional<Fields> record)
            throws MessageException {
        int version =
                Math.toIntExact(statement.optionalWhole("interval_version").orElse(1L));
        IntervalQuality quality = quality(statement, flags);
        Optional<IntervalEnergy> energy =
                StatementReader.energy(statement, "metered_wh").map(IntervalEnergy::ofNet);
        FrequencyMean unknown = new FrequencyMean(Optional.empty(), 0, 1);
        Set<MeteringFlag> metering = metering(flags);
        if (record.isEmpty()) {
            return new MeteredInterval(
                    span,
                    version,
                    energy,
                    quality,
                    Duration.ZERO,
                    Duration.ZERO,
                    Optional.empty(),
                    Optional.empty(),
                    unknown,
                    metering);
        }
        Fields interval = record.get();
        return new MeteredInterval(
                span,
                version,
                counted(interval).or(() -> energy),
                quality,
                Duration.ofMillis(interval.optionalWhole("measured_ms").orElse(0L)),
                Duration.ofMillis(interval.optionalWhole("estimated_ms").orElse(0L)),
                registers(interval, "opening"),
                registers(interval, "closing"),
                frequency(interval),
                metering);
    }

    private static IntervalQuality quality(Fields statement, Set<String> flags) throws MessageException {
        IntervalQuality otherwise = flags.contains(LineFlag.ENERGY_INCOMPLETE.name())
                ? IntervalQuality.INCOMPLETE
                : IntervalQuality.MEASURED;
        return statement.optionalText("quality").map(IntervalQuality::valueOf).orElse(otherwise);
    }

    private static Optional<IntervalEnergy> counted(Fields interval) throws MessageException {
        Optional<Energy> exported = StatementReader.energy(interval, "exported_wh");
        Optional<Energy> imported = StatementReader.energy(interval, "imported_wh");
        return exported.flatMap(out -> imported.map(in -> new IntervalEnergy(out, in)));
    }

    private static Optional<Registers> registers(Fields interval, String name) throws MessageException {
        Optional<Fields> registers = interval.optionalObject(name);
        return registers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Registers(
                        new Energy(registers.get().whole("exported_wh")),
                        new Energy(registers.get().whole("imported_wh"))));
    }

    private static FrequencyMean frequency(Fields interval) throws MessageException {
        FrequencyMean mean = new FrequencyMean(
                StatementReader.frequency(interval, "frequency_mhz"),
                Math.toIntExact(interval.optionalWhole("frequency_samples").orElse(0L)),
                Math.toIntExact(
                        interval.optionalWhole("frequency_samples_expected").orElse(1L)));
        List<Count> counts = new ArrayList<>();
        for (List<Integer> pair : interval.optionalPairs("frequency_counts")) {
            counts.add(new Count(pair.get(0), pair.get(1)));
        }
        return mean.with(new FrequencyCounts(counts));
    }

    private static Set<MeteringFlag> metering(Set<String> flags) {
        Set<MeteringFlag> metering = EnumSet.noneOf(MeteringFlag.class);
        for (MeteringFlag flag : MeteringFlag.values()) {
            if (flags.contains(flag.name())) {
                metering.add(flag);
            }
        }
        return metering;
    }
}
