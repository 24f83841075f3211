package org.wolfgate.agent.metering;

/** Which frequency an interval is priced with, unless it is a good local one that nobody disputes. */
public enum FrequencyFlag {
    /** The node stood apart from the system: its own frequency says nothing of the system's imbalance. */
    ISLANDED,
    /** Nobody could tell whether the node stood on the system: its own frequency is not used. */
    ISLANDING_UNKNOWN,
    /** The local mean differs from the operator's value by more than 20 mHz: the operator's is used. */
    FREQ_DISAGREE,
    /** The operator's value. */
    ISO_FREQ,
    /** The local mean of less than 90 % of the samples. */
    FREQ_ESTIMATED,
    /** The mean of a second meter in the substation. */
    PEER_FREQ,
    /** No frequency is known: the interval stands at the reference price until it is priced again. */
    PROVISIONAL_NO_FREQ
}
