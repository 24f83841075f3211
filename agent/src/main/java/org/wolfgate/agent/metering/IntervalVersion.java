package org.wolfgate.agent.metering;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.Energy;

/** Turns what is known of an interval into a version of it. */
final class IntervalVersion {

    private final MeterRule rule;

    IntervalVersion(MeterRule rule) {
        this.rule = rule;
    }

    /** @param carry energy of power samples left over by earlier intervals, in half W ms */
    MeteredInterval of(OpenInterval open, int version, long carry) {
        Count count = open.count();
        IntervalQuality quality =
                IntervalQuality.of(rule.grid().millis(), count.measuredMillis(), count.estimatedMillis());
        return new MeteredInterval(
                rule.grid().interval(open.number()),
                version,
                quality == IntervalQuality.MISSING ? Optional.empty() : Optional.of(energy(open, carry)),
                quality,
                Duration.ofMillis(count.measuredMillis()),
                Duration.ofMillis(count.estimatedMillis()),
                count.opening().stream().findFirst(),
                count.closing().stream().findFirst(),
                FrequencyMean.of(open.frequency().sum(), open.frequency().samples(), rule.expectedSamples())
                        .with(open.frequency().counts()),
                flags(open));
    }

    /** What quantising this interval leaves over for the next: never negative, less than one step. */
    long carryAfter(OpenInterval open, long carry) {
        return rule.source().hasRegisters() ? 0 : Math.floorMod(integrated(open, carry), step());
    }

    private IntervalEnergy energy(OpenInterval open, long carry) {
        if (rule.source().hasRegisters()) {
            return open.count().energy();
        }
        long steps = Math.floorDiv(integrated(open, carry), step());
        return IntervalEnergy.ofNet(new Energy(steps * rule.register().step().wattHours()));
    }

    private static long integrated(OpenInterval open, long carry) {
        return Math.addExact(open.power().halfWattMillis(), carry);
    }

    private long step() {
        return Math.multiplyExact(rule.register().step().wattHours(), PowerIntegral.PER_WATT_HOUR);
    }

    private Set<MeteringFlag> flags(OpenInterval open) {
        Set<MeteringFlag> flags = EnumSet.noneOf(MeteringFlag.class);
        flags.addAll(open.flags());
        if (open.count().estimatedMillis() > 0) {
            flags.add(MeteringFlag.ESTIMATED);
        }
        if (!rule.source().hasRegisters()) {
            flags.add(MeteringFlag.INTEGRATED);
        }
        return flags;
    }
}
