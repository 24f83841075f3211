package org.wolfgate.agent.pricing;

import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;

/**
 * Shortage counted in doublings of the price: {@code n = (f_s - f) / D_f - ACE / D_A}. A dispatcher can discuss both
 * steps ("the price doubles every 20 mHz").
 *
 * @param scheduled f_s
 * @param perFrequency D_f, the fall in frequency that doubles, above 0
 * @param perAce D_A, the fall in area control error that doubles, above 0; empty switches the term off
 */
public record Doublings(Frequency scheduled, Frequency perFrequency, Optional<ActivePower> perAce) {

    /** 0.8 Hz at 20 mHz per doubling: beyond under-frequency load shedding. */
    private static final double LARGEST = 40;

    public Doublings {
        if (perFrequency.millihertz() <= 0 || perAce.filter(d -> d.watts() <= 0).isPresent()) {
            throw new IllegalArgumentException("the frequency and the ACE that double a price must be above zero");
        }
    }

    Doublings withScheduled(Frequency other) {
        return new Doublings(other, perFrequency, perAce);
    }

    /** n, above 0 in shortage, held within 40 either way. */
    double count(int millihertz, long aceWatts, RaisedFlags raised) {
        double n = (scheduled.millihertz() - millihertz) / (double) perFrequency.millihertz();
        if (perAce.isPresent()) {
            n -= aceWatts / (double) perAce.get().watts();
        }
        if (Math.abs(n) <= LARGEST) {
            return n;
        }
        raised.raise(PriceFlag.EXPONENT_CLAMPED);
        return Math.copySign(LARGEST, n);
    }
}
