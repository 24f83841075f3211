package org.wolfgate.agent.pricing;

import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Frequency;

/**
 * The default form, {@code P = P_min + (P_ref - P_min) 2^n}: strictly falling in frequency and in area control error,
 * thousands per MWh in deep shortage, negative in surplus, with a floor that is a limit and not a switch.
 *
 * @param doublings n
 * @param reference P_ref, the price when balanced
 * @param least P_min, below P_ref, which deep surplus tends to; may be negative
 */
public record ShiftedExponential(Doublings doublings, Price reference, Price least) implements Curve {

    public ShiftedExponential {
        if (least.compareTo(reference) >= 0) {
            throw new IllegalArgumentException("P_min " + least + " is not below P_ref " + reference);
        }
    }

    @Override
    public Frequency scheduled() {
        return doublings.scheduled();
    }

    @Override
    public Curve withScheduled(Frequency scheduled) {
        return new ShiftedExponential(doublings.withScheduled(scheduled), reference, least);
    }

    @Override
    public boolean usesAce() {
        return doublings.perAce().isPresent();
    }

    @Override
    public double hundredths(int millihertz, long aceWatts, RaisedFlags raised) {
        // In whole hundredths the product with a whole power of two is exact, so decimal ties stay ties.
        double span = reference.hundredths() - least.hundredths();
        return least.hundredths() + span * Math.pow(2, doublings.count(millihertz, aceWatts, raised));
    }
}
