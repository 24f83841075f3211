package org.wolfgate.agent.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencySources;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.IntervalPrice;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/** The deviation price of an interval: which frequency counts, and what the formula makes of it. */
final class IntervalPricing {

    private final SystemPrice formula;
    private final IsoFrequency iso;
    private final IsoControlError ace;
    private final PeerFrequency peers;

    IntervalPricing(SystemPrice formula, IsoFrequency iso, IsoControlError ace, PeerFrequency peers) {
        this.ace = ace;
        this.peers = peers;
        this.formula = formula;
        this.iso = iso;
    }

    /** A meter has closed an interval: its frequency may stand in for that of another. */
    void closed(String meter, MeteredInterval metered) {
        peers.accept(meter, metered);
    }

    /**
     * Prices an interval.
     *
     * @param meter the meter that it was metered by
     * @param time the time that the interval really was, its own unless the clock was wrong
     * @param known the operator's frequency as it was known before; it may have been forgotten since
     * @param knownAce the same of its area control error
     */
    IntervalPrice price(
            String meter,
            MeteredInterval metered,
            Interval time,
            Optional<Frequency> known,
            Optional<ActivePower> knownAce) {
        Optional<Frequency> operator = known.or(() -> iso.mean(time));
        Optional<ActivePower> error = formula.curve().usesAce() ? knownAce.or(() -> ace.over(time)) : Optional.empty();
        FrequencyChoice choice = FrequencyChoice.among(FrequencySources.of(metered.frequency())
                .withConnection(metered.connection())
                .withOperator(operator)
                .withPeer(peers.of(metered.interval(), meter)));
        FrequencyCounts counts = metered.frequency().counts();
        return IntervalPrice.of(new NodePrice(formula, List.of()), choice, counts, operator, error, Map.of());
    }
}
