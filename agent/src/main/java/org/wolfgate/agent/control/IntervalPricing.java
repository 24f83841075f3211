package org.wolfgate.agent.control;

import java.util.Map;
import java.util.Optional;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencySources;
import org.wolfgate.agent.metering.Interval;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.PerUnit;
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
    private final GateLoadings loadings;

    IntervalPricing(
            SystemPrice formula, IsoFrequency iso, IsoControlError ace, PeerFrequency peers, GateLoadings loadings) {
        this.loadings = loadings;
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
     * @param node whose interval it is, by its own meter
     * @param time the time that the interval really was, its own unless the clock was wrong
     * @param known what the operator had said of it before
     */
    IntervalPrice price(NodeSettings node, MeteredInterval metered, Interval time, KnownInputs known) {
        Optional<Frequency> operator = known.operator().or(() -> iso.mean(time));
        Optional<ActivePower> error =
                formula.curve().usesAce() ? known.ace().or(() -> ace.over(time)) : Optional.empty();
        FrequencyChoice choice = FrequencyChoice.among(FrequencySources.of(metered.frequency())
                .withOperator(operator)
                .withPeer(peers.of(metered.interval(), node.meter())));
        FrequencyCounts counts = metered.frequency().counts();
        Map<String, PerUnit> loaded = loadings.over(node.id(), time);
        loaded.putAll(known.loadings());
        NodePrice own = new NodePrice(formula, loadings.shares(node.id()));
        IntervalPrice price = IntervalPrice.of(own, choice, counts, operator, error, loaded);
        return loadings.awaits(node.id(), loaded.keySet()) ? price.awaitingLoading() : price;
    }
}
