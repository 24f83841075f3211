package org.wolfgate.agent.pricing;

import org.wolfgate.drivers.Frequency;

/**
 * The continuous part of a price formula: system frequency and, if the form has the term, area control error to a
 * price. Price steps come only from the resolution of the measurement, never from the curve (Lively, Public Utilities
 * Fortnightly, September 1998).
 */
public sealed interface Curve permits ShiftedExponential, Linear, HyperbolicSine, Table {

    /** The frequency at which the system counts as balanced; moves by 20 mHz during a time-error correction. */
    Frequency scheduled();

    /** The same curve about another scheduled frequency. */
    Curve withScheduled(Frequency scheduled);

    /** Whether area control error is one of the variables. */
    boolean usesAce();

    /**
     * The price before limits and rounding. Does not allocate.
     *
     * @param millihertz frequency in mHz, already on the measurement grid
     * @param aceWatts area control error in W, negative when the area is short; 0 drops the term
     * @param raised collects {@link PriceFlag#EXPONENT_CLAMPED}
     * @return hundredths of currency/MWh, unrounded
     */
    double hundredths(int millihertz, long aceWatts, RaisedFlags raised);
}
