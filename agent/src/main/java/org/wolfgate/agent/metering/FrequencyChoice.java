package org.wolfgate.agent.metering;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.Frequency;

/**
 * The frequency that prices an interval, and where it comes from. The first rule that applies decides: a good local
 * mean of a node on the system unless the operator disputes it, then the operator's value, then a thin local mean, then a second meter in the
 * substation. With none of them the interval is priced at the reference price and stays provisional; it is never
 * priced at zero, nor with an earlier frequency.
 *
 * @param frequency empty when nobody knows it
 * @param flags where it comes from; none for an undisputed local mean
 */
public record FrequencyChoice(Optional<Frequency> frequency, Set<FrequencyFlag> flags) {

    private static final int WIDEST_AGREEMENT_MILLIHERTZ = 20;

    public FrequencyChoice {
        flags = Set.copyOf(flags);
    }

    public static FrequencyChoice among(FrequencySources sources) {
        if (sources.connection() != Connection.CONNECTED) {
            FrequencyFlag why = sources.connection() == Connection.ISLANDED
                    ? FrequencyFlag.ISLANDED
                    : FrequencyFlag.ISLANDING_UNKNOWN;
            return sources.operator()
                    .map(value -> chosen(value, why, FrequencyFlag.ISO_FREQ))
                    .orElseGet(() -> none(why, FrequencyFlag.PROVISIONAL_NO_FREQ));
        }
        if (sources.quality() == FrequencyQuality.GOOD && sources.local().isPresent()) {
            return confirmed(sources.local().get(), sources.operator());
        }
        Optional<Frequency> thin = sources.quality() == FrequencyQuality.ESTIMATED ? sources.local() : Optional.empty();
        return sources.operator()
                .map(value -> chosen(value, FrequencyFlag.ISO_FREQ))
                .or(() -> thin.map(value -> chosen(value, FrequencyFlag.FREQ_ESTIMATED)))
                .or(() -> sources.peer().map(value -> chosen(value, FrequencyFlag.PEER_FREQ)))
                .orElseGet(() -> none(FrequencyFlag.PROVISIONAL_NO_FREQ));
    }

    /** Whether it is the mean of the meter's own samples, thin or not. */
    public boolean isLocal() {
        return frequency.isPresent() && (flags.isEmpty() || flags.equals(Set.of(FrequencyFlag.FREQ_ESTIMATED)));
    }

    /** A bad local input must not be able to set the price, so the operator's value wins a dispute. */
    private static FrequencyChoice confirmed(Frequency local, Optional<Frequency> operator) {
        return operator.filter(value -> Math.abs(value.millihertz() - local.millihertz()) > WIDEST_AGREEMENT_MILLIHERTZ)
                .map(value -> chosen(value, FrequencyFlag.FREQ_DISAGREE))
                .orElseGet(() -> new FrequencyChoice(Optional.of(local), Set.of()));
    }

    private static FrequencyChoice chosen(Frequency value, FrequencyFlag first, FrequencyFlag... more) {
        return new FrequencyChoice(Optional.of(value), EnumSet.of(first, more));
    }

    private static FrequencyChoice none(FrequencyFlag first, FrequencyFlag... more) {
        return new FrequencyChoice(Optional.empty(), EnumSet.of(first, more));
    }
}
