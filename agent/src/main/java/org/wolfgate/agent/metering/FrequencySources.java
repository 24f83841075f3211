package org.wolfgate.agent.metering;

import java.util.Optional;
import org.wolfgate.drivers.Frequency;

/**
 * All that is known of the system's frequency in one interval.
 *
 * @param local the meter's own mean, empty below half coverage
 * @param quality the coverage of the local mean
 * @param connection whether the node stood on the system through the interval
 * @param peer the mean of a second meter in the substation
 * @param operator the system operator's value
 */
public record FrequencySources(
        Optional<Frequency> local,
        FrequencyQuality quality,
        Connection connection,
        Optional<Frequency> peer,
        Optional<Frequency> operator) {

    /** The same with a plain word on whether the node was apart from the system. */
    public FrequencySources(
            Optional<Frequency> local,
            FrequencyQuality quality,
            boolean islanded,
            Optional<Frequency> peer,
            Optional<Frequency> operator) {
        this(local, quality, islanded ? Connection.ISLANDED : Connection.CONNECTED, peer, operator);
    }

    /** A meter alone, on the system. */
    public static FrequencySources of(FrequencyMean local) {
        return new FrequencySources(local.mean(), local.quality(), false, Optional.empty(), Optional.empty());
    }

    public FrequencySources withOperator(Optional<Frequency> value) {
        return new FrequencySources(local, quality, connection, peer, value);
    }

    public FrequencySources withPeer(Optional<Frequency> value) {
        return new FrequencySources(local, quality, connection, value, operator);
    }

    public FrequencySources withIslanded(boolean apart) {
        return new FrequencySources(local, quality, apart, peer, operator);
    }

    public FrequencySources withConnection(Connection known) {
        return new FrequencySources(local, quality, known, peer, operator);
    }
}
