package org.wolfgate.agent.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wolfgate.agent.metering.FrequencyChoice;
import org.wolfgate.agent.metering.FrequencySources;
import org.wolfgate.agent.metering.MeteredInterval;
import org.wolfgate.agent.pricing.Quote;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.agent.settlement.IntervalPrice;

/** The deviation price of an interval: which frequency counts, and what the formula makes of it. */
final class IntervalPricing {

    private final SystemPrice formula;
    private final IsoFrequency iso;

    IntervalPricing(SystemPrice formula, IsoFrequency iso) {
        this.formula = formula;
        this.iso = iso;
    }

    IntervalPrice price(MeteredInterval metered) {
        FrequencyChoice choice = FrequencyChoice.among(
                FrequencySources.of(metered.frequency()).withOperator(iso.mean(metered.interval())));
        Quote quote = choice.frequency()
                .map(frequency -> formula.quote(frequency, Optional.empty()))
                .orElseGet(formula::reference);
        Set<String> flags = new TreeSet<>();
        choice.flags().forEach(flag -> flags.add(flag.name()));
        quote.flags().forEach(flag -> flags.add(flag.name()));
        return new IntervalPrice(
                quote.price(),
                quote.used(),
                Optional.empty(),
                List.of(),
                formula.parameterSet(),
                choice.frequency().isEmpty(),
                flags);
    }
}
