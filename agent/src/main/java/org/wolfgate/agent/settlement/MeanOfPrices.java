package org.wolfgate.agent.settlement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.agent.metering.FrequencyCounts;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.NodeQuote;
import org.wolfgate.agent.pricing.PerUnit;
import org.wolfgate.agent.pricing.PriceFlag;
import org.wolfgate.agent.pricing.Quote;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * The mean of the prices of an interval's samples, for markets that take it in place of the price of the mean
 * frequency. A convex price curve never makes it the lower of the two.
 *
 * @param hundredths sum of the prices in 0.01 currency/MWh; deep shortage makes it larger than a long
 * @param samples how many
 */
public record MeanOfPrices(BigInteger hundredths, long samples) {

    public static final MeanOfPrices EMPTY = new MeanOfPrices(BigInteger.ZERO, 0);

    public MeanOfPrices plus(Price price) {
        return plus(price, 1);
    }

    /** So many samples at one price. */
    MeanOfPrices plus(Price price, int times) {
        BigInteger more = BigInteger.valueOf(price.hundredths()).multiply(BigInteger.valueOf(times));
        return new MeanOfPrices(hundredths.add(more), samples + times);
    }

    /** The mean, half-even to the price step; empty without samples. */
    public Optional<Price> mean(Price step) {
        if (samples == 0) {
            return Optional.empty();
        }
        BigDecimal steps = new BigDecimal(hundredths)
                .divide(
                        BigDecimal.valueOf(samples).multiply(BigDecimal.valueOf(step.hundredths())),
                        0,
                        RoundingMode.HALF_EVEN);
        return Optional.of(new Price(Math.multiplyExact(steps.longValueExact(), step.hundredths())));
    }

    /**
     * Prices every sample by itself, with its own limits and rounding, and takes the mean. Area control error and loadings
     * are those of the interval for each of them.
     *
     * @param counts at least one sample
     */
    static NodeQuote quote(
            NodePrice formula, FrequencyCounts counts, Optional<ActivePower> ace, Map<String, PerUnit> loadings) {
        MeanOfPrices prices = EMPTY;
        Set<PriceFlag> flags = EnumSet.noneOf(PriceFlag.class);
        List<GateTerm> terms = List.of();
        for (FrequencyCounts.Count count : counts.counts()) {
            NodeQuote quote = formula.quote(new Frequency(count.millihertz()), ace, loadings);
            prices = prices.plus(quote.quote().price(), count.samples());
            flags.addAll(quote.quote().flags());
            terms = quote.terms();
        }
        Price mean = prices.mean(formula.system().limits().step())
                .orElseThrow(() -> new IllegalArgumentException("no sample, no mean price"));
        return new NodeQuote(new Quote(mean, Optional.empty(), flags), terms);
    }
}
