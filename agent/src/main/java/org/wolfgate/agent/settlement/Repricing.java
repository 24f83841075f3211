package org.wolfgate.agent.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wolfgate.agent.money.Money;
import org.wolfgate.agent.money.Price;
import org.wolfgate.agent.pricing.GateTerm;
import org.wolfgate.agent.pricing.NodePrice;
import org.wolfgate.agent.pricing.NodeQuote;
import org.wolfgate.agent.pricing.PriceBasis;
import org.wolfgate.agent.pricing.RaisedFlags;
import org.wolfgate.agent.pricing.SystemPrice;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;

/**
 * What many intervals would be worth by another formula: the amounts of {@link DeviationSettlement} without the lines
 * around them. Without flowgates a price depends on frequency and area control error alone, and a month has few
 * frequencies at a meter's resolution, so without the second each price is worked out once. One thread at a time.
 */
public final class Repricing {

    /** Stands for what is not known. */
    public static final long NONE = Long.MIN_VALUE;

    /** Good samples lie within 5 Hz of the scheduled frequency. */
    private static final int WIDEST_MILLIHERTZ = 5_000;

    private final SystemPrice formula;
    private final RaisedFlags raised = new RaisedFlags();
    private final long[] known = new long[2 * WIDEST_MILLIHERTZ + 1];
    private final int lowest;
    private final long reference;

    /**
     * Amounts by this formula.
     *
     * @throws IllegalArgumentException if it asks for the samples of each interval, which no statement line has
     */
    public Repricing(SystemPrice formula) {
        if (formula.basis() != PriceBasis.PRICE_OF_MEAN) {
            throw new IllegalArgumentException("pricing anew by '" + formula.parameterSet()
                    + "': statement lines have the mean frequency, not the samples; choose basis: price-of-mean");
        }
        this.formula = formula;
        this.lowest = formula.curve().scheduled().millihertz() - WIDEST_MILLIHERTZ;
        this.reference = formula.reference().price().hundredths();
        Arrays.fill(known, NONE);
    }

    /**
     * The amount of one interval, in millionths of the currency.
     *
     * @param metered Wh, or {@link #NONE} unless the energy of the whole interval is known
     * @param offset Wh, or {@link #NONE} if the schedule is not known
     * @param allowed Wh, or {@link #NONE} if no cap was in force
     * @param millihertz the frequency that priced it, or {@link #NONE}
     * @param aceWatts area control error, or {@link #NONE}
     * @param gates the flowgates in its price, as the line has them: they are the same by every formula
     * @return {@link #NONE} if either energy is not known
     * @throws ArithmeticException if it is more than {@link Money} holds
     */
    public long micros(long metered, long offset, long allowed, long millihertz, long aceWatts, List<GateTerm> gates) {
        if (metered == NONE || offset == NONE) {
            return NONE;
        }
        long excess = allowed == NONE ? 0 : Math.max(0, metered - allowed);
        Price price = new Price(millihertz == NONE ? reference : hundredths((int) millihertz, aceWatts, gates));
        return DeviationSettlement.amount(new Energy(Math.subtractExact(metered, offset)), new Energy(excess), price)
                .micros();
    }

    private long hundredths(int millihertz, long aceWatts, List<GateTerm> gates) {
        if (!gates.isEmpty()) {
            Optional<ActivePower> ace = aceWatts == NONE ? Optional.empty() : Optional.of(new ActivePower(aceWatts));
            NodePrice node =
                    new NodePrice(formula, gates.stream().map(GateTerm::share).toList());
            NodeQuote quote = node.quote(new Frequency(millihertz), ace, GateTerm.loadings(gates));
            return quote.quote().price().hundredths();
        }
        int place = millihertz - lowest;
        if (formula.curve().usesAce() || place < 0 || place >= known.length) {
            return formula.hundredths(millihertz, aceWatts == NONE ? SystemPrice.NO_ACE : aceWatts, raised);
        }
        if (known[place] == NONE) {
            known[place] = formula.hundredths(millihertz, SystemPrice.NO_ACE, raised);
        }
        return known[place];
    }
}
