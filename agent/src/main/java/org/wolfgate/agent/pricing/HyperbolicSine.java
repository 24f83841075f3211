package org.wolfgate.agent.pricing;

import org.wolfgate.agent.money.Price;
import org.wolfgate.drivers.Frequency;

/**
 * {@code P = P_ref + A (2^n - 2^-n) / 2}: gentle about the reference, without a limit on either side.
 *
 * @param doublings n
 * @param reference P_ref, the price when balanced
 * @param scale A, above 0
 */
public record HyperbolicSine(Doublings doublings, Price reference, Price scale) implements Curve {

    public HyperbolicSine {
        if (scale.hundredths() <= 0) {
            throw new IllegalArgumentException("the scale " + scale + " is not above zero");
        }
    }

    @Override
    public Frequency scheduled() {
        return doublings.scheduled();
    }

    @Override
    public Curve withScheduled(Frequency scheduled) {
        return new HyperbolicSine(doublings.withScheduled(scheduled), reference, scale);
    }

    @Override
    public boolean usesAce() {
        return doublings.perAce().isPresent();
    }

    @Override
    public double hundredths(int millihertz, long aceWatts, RaisedFlags raised) {
        double power = Math.pow(2, doublings.count(millihertz, aceWatts, raised));
        return reference.hundredths() + scale.hundredths() * (power - 1 / power) / 2;
    }
}
