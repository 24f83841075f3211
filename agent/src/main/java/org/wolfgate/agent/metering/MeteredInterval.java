package org.wolfgate.agent.metering;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.Energy;

/**
 * One version of what the meter says of one settlement interval. Late readings make a new version with a higher number;
 * an emitted version never changes.
 *
 * @param interval the settlement interval
 * @param version 1 for the first
 * @param energy empty when nothing is known of the interval; true only for the part covered when the quality is
 *     INCOMPLETE
 * @param quality how much of the interval the meter covered
 * @param measured time covered by readings close enough together
 * @param estimated time covered by the distribution of a gap's energy
 * @param opening the registers at the interval's start, read or interpolated, where they are known
 * @param closing the registers at its end
 * @param frequency the mean frequency and its coverage
 * @param flags what a reader must know
 */
public record MeteredInterval(
        Interval interval,
        int version,
        Optional<IntervalEnergy> energy,
        IntervalQuality quality,
        Duration measured,
        Duration estimated,
        Optional<Registers> opening,
        Optional<Registers> closing,
        FrequencyMean frequency,
        Set<MeteringFlag> flags) {

    public MeteredInterval {
        flags = Set.copyOf(flags);
    }

    /** An interval that readings cover from edge to edge. */
    public static MeteredInterval measured(Interval interval, IntervalEnergy energy, FrequencyMean frequency) {
        return new MeteredInterval(
                interval,
                1,
                Optional.of(energy),
                IntervalQuality.MEASURED,
                interval.length(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                frequency,
                Set.of());
    }

    /** The same with one more flag. */
    public MeteredInterval flagged(MeteringFlag flag) {
        Set<MeteringFlag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new MeteredInterval(
                interval, version, energy, quality, measured, estimated, opening, closing, frequency, more);
    }

    /** Whether the node stood on the system throughout. */
    public Connection connection() {
        if (flags.contains(MeteringFlag.ISLANDED)) {
            return Connection.ISLANDED;
        }
        return flags.contains(MeteringFlag.ISLANDING_UNKNOWN) ? Connection.UNKNOWN : Connection.CONNECTED;
    }

    /** Injection less withdrawal, if anything is known. */
    public Optional<Energy> net() {
        return energy.map(IntervalEnergy::net);
    }
}
