package org.wolfgate.agent.settlement;

/** What a reader of a deviation line must know, beside the flags of its energy, its frequency and its price. */
public enum LineFlag {
    /** A curtailment order lowered the schedule that the deviation is measured from. */
    SCHEDULE_CURTAILED,
    /** Energy above the ordered cap: it earns nothing, and pays a negative price. */
    NONCOMPLIANT,
    /** The uncertainty of the meter's accuracy class exceeds the deviation. */
    BELOW_METER_ACCURACY,
    /** The energy of the whole interval is not known: nothing is priced yet. */
    ENERGY_INCOMPLETE,
    /** The schedule of the interval is not known: nothing is priced yet. */
    SCHEDULE_MISSING,
    /** Price times energy is beyond what an amount can hold: nothing is priced, a person must look. */
    AMOUNT_OUT_OF_RANGE,
    /** The mean of the samples' prices is asked for and the samples are not known: the mean frequency is priced. */
    PRICE_OF_MEAN,
    /** A shortfall settles as damages under the node's contract: the amount of the deviation is that of the rest. */
    LIQUIDATED_DAMAGES,
    /** The voltage was not measured for half of the interval: vars have no price. */
    VOLTAGE_MISSING,
    /** The voltage is the mean of less than 90 % of the samples. */
    VOLTAGE_ESTIMATED,
    /** The vars of the whole interval are not known: they have no amount. */
    REACTIVE_INCOMPLETE,
    /** The voltage is more than 40 doublings from its schedule: the exponent was held at 40. */
    REACTIVE_CLAMPED,
    /** Price times vars is beyond what an amount can hold. */
    REACTIVE_OUT_OF_RANGE,
    /** A cap was in force while no spot price was known: what the units are owed is not known yet. */
    SPOT_MISSING
}
