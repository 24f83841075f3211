package org.wolfgate.agent.pricing;

import java.util.Optional;
import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * A WOLF-type formula with declared parameters: one price for both directions, from measured imbalance alone. The
 * parameters are policy; they come from the operator.
 *
 * @param parameterSet name of the parameter set, printed with every price
 * @param curve the continuous part
 * @param quantum resolution of the frequency
 * @param limits cap, floor and price step
 * @param basis what of an interval's frequencies is priced
 */
public record SystemPrice(
        String parameterSet, Curve curve, FrequencyQuantum quantum, PriceLimits limits, PriceBasis basis) {

    /** Stands for an area control error that nobody knows, in {@link #hundredths}. */
    public static final long NO_ACE = Long.MIN_VALUE;

    /** Prices the mean frequency. */
    public SystemPrice(String parameterSet, Curve curve, FrequencyQuantum quantum, PriceLimits limits) {
        this(parameterSet, curve, quantum, limits, PriceBasis.PRICE_OF_MEAN);
    }

    public SystemPrice withBasis(PriceBasis other) {
        return new SystemPrice(parameterSet, curve, quantum, limits, other);
    }

    /** Prices a frequency. Without a value of area control error its term is dropped and flagged. */
    public Quote quote(Frequency measured, Optional<ActivePower> ace) {
        RaisedFlags raised = new RaisedFlags();
        long hundredths =
                hundredths(measured.millihertz(), ace.map(ActivePower::watts).orElse(NO_ACE), raised);
        Frequency used = new Frequency(quantum.apply(measured.millihertz()));
        return new Quote(new Price(hundredths), Optional.of(used), raised.toSet());
    }

    /**
     * The same without allocation, for the sampling path.
     *
     * @param millihertz frequency in mHz
     * @param aceWatts area control error in W, negative when the area is short, or {@link #NO_ACE}
     * @param raised collects the flags; the caller clears it
     * @return the price in hundredths of currency/MWh, rounded to the price step
     */
    public long hundredths(int millihertz, long aceWatts, RaisedFlags raised) {
        return limits.settle(unlimited(millihertz, aceWatts, raised), raised);
    }

    /**
     * The price of a balanced system, for a period whose frequency nobody knows: never zero, never yesterday's price.
     */
    public Quote reference() {
        RaisedFlags raised = new RaisedFlags();
        double balanced = curve.hundredths(curve.scheduled().millihertz(), 0, raised);
        return new Quote(new Price(limits.settle(balanced, raised)), Optional.empty(), raised.toSet());
    }

    /** Unlimited and unrounded, in hundredths. */
    double unlimited(int millihertz, long aceWatts, RaisedFlags raised) {
        boolean known = aceWatts != NO_ACE;
        if (!known && curve.usesAce()) {
            raised.raise(PriceFlag.ACE_MISSING);
        }
        return curve.hundredths(quantum.apply(millihertz), known ? aceWatts : 0, raised);
    }
}
