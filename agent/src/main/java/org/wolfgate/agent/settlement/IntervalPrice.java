package org.wolfgate.agent.settlement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.metering.FrequencyFlag;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.NodeQuote;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.pricing.tariff.Provenance;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * The price of an interval with what it came from, so that it can be recomputed.
 *
 * @param price rounded before it is multiplied
 * @param frequency the frequency that it was formed from, their mean if it is the mean of many prices; empty if none
 *     was known
 * @param areaControlError negative when the area is short, empty if no fresh value was known
 * @param gates the flowgates that the node loads, with the loadings known; without a frequency none of them acts
 * @param operator the system operator's frequency, whether it was used or not; empty if unknown
 * @param formula what made the price; empty if it came from outside
 * @param parameterSet name of the parameters of the formula
 * @param provisional the price stands in for one that is not known yet, since a frequency or a loading is awaited
 * @param flags of the frequency and of the formula, as printed
 */
public record IntervalPrice(
        Price price,
        Optional<Frequency> frequency,
        Optional<ActivePower> areaControlError,
        List<GateTerm> gates,
        Optional<Frequency> operator,
        Optional<SystemPrice> formula,
        String parameterSet,
        boolean provisional,
        Set<String> flags) {

    public IntervalPrice {
        gates = List.copyOf(gates);
        flags = Set.copyOf(flags);
    }

    /**
     * The formula's price of the chosen frequency; without one the reference price, provisionally.
     *
     * @param ace area control error, if a fresh value is known
     * @param loadings fresh loadings by the flowgate's name
     */
    public static IntervalPrice of(
            NodePrice formula, FrequencyChoice choice, Optional<ActivePower> ace, Map<String, PerUnit> loadings) {
        return of(formula, choice, FrequencyCounts.NONE, Optional.empty(), ace, loadings);
    }

    /**
     * The same, with the system operator's frequency on record beside the one that was chosen.
     *
     * @param counts of the meter's own samples, which a formula whose basis is the mean of prices asks for; where they
     *     are not known, or another's frequency was chosen, that one is priced and the price flagged
     */
    public static IntervalPrice of(
            NodePrice formula,
            FrequencyChoice choice,
            FrequencyCounts counts,
            Optional<Frequency> operator,
            Optional<ActivePower> ace,
            Map<String, PerUnit> loadings) {
        boolean wanted = formula.system().basis() == PriceBasis.MEAN_OF_PRICES
                && choice.frequency().isPresent();
        boolean sampled = wanted && choice.isLocal() && !counts.isEmpty();
        NodeQuote quote = sampled
                ? MeanOfPrices.quote(formula, counts, ace, loadings)
                : choice.frequency()
                        .map(frequency -> formula.quote(frequency, ace, loadings))
                        .orElseGet(formula::reference);
        Set<String> flags = new TreeSet<>(quote.flags());
        if (wanted && !sampled) {
            flags.add(LineFlag.PRICE_OF_MEAN.name());
        }
        choice.flags().forEach(flag -> flags.add(flag.name()));
        return new IntervalPrice(
                quote.quote().price(),
                choice.frequency(),
                ace,
                formula.terms(loadings),
                operator,
                Optional.of(formula.system()),
                formula.system().parameterSet(),
                choice.frequency().isEmpty(),
                flags);
    }

    /** The same price while the ISO's loading of one of its flowgates is awaited. */
    public IntervalPrice awaitingLoading() {
        return new IntervalPrice(
                price, frequency, areaControlError, gates, operator, formula, parameterSet, true, flags);
    }

    /** Whether it stands in because a loading is awaited; a price without a frequency awaits that first. */
    public boolean awaitsLoading() {
        return provisional && frequency.isPresent();
    }

    /** The loadings that were known, by the flowgate's name. */
    public Map<String, PerUnit> loadings() {
        return GateTerm.loadings(gates);
    }

    /** A price that comes from outside, such as a market's imbalance price. */
    public static IntervalPrice given(Price price, String parameterSet) {
        return new IntervalPrice(
                price,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                parameterSet,
                false,
                Set.of());
    }

    /** Whether it is the mean of the prices of the meter's samples; otherwise it is the price of one frequency. */
    public boolean isMeanOfPrices() {
        return asksForMeanOfPrices() && frequency.isPresent() && !flags.contains(LineFlag.PRICE_OF_MEAN.name());
    }

    /** Whether the formula prices samples, whether they were known or not. */
    public boolean asksForMeanOfPrices() {
        return formula.filter(by -> by.basis() == PriceBasis.MEAN_OF_PRICES).isPresent();
    }

    /** Where the frequency came from. */
    public FrequencySource source() {
        if (frequency.isEmpty()) {
            return FrequencySource.NONE;
        }
        if (flags.contains(FrequencyFlag.ISO_FREQ.name()) || flags.contains(FrequencyFlag.FREQ_DISAGREE.name())) {
            return FrequencySource.ISO;
        }
        return flags.contains(FrequencyFlag.PEER_FREQ.name()) ? FrequencySource.PEER : FrequencySource.METER;
    }

    /** How far the rule behind the price can be trusted; no source prints an equation of this kind with parameters. */
    public Provenance mark() {
        return Provenance.OWN_CHOICE;
    }
}
