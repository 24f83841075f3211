package org.wolfgate.agent.metering;

/** What a reader of an interval's energy must know. */
public enum MeteringFlag {
    /** The register passed its modulus and went on from zero. */
    ROLLOVER,
    /** A register difference was refused (reset, exchanged meter, misread word): no energy is billed from it. */
    REGISTER_DISCONTINUITY,
    /** The energy over a gap is true, its distribution over the intervals is estimated. */
    ESTIMATED,
    /** From power samples, since the meter has no register. */
    INTEGRATED,
    /** The clock was doubtful or stepped within the interval. */
    TIME_SUSPECT,
    /** A gap longer than the agent bridges ended or began here: its energy belongs to no interval. */
    GAP_TOO_LONG,
    /** The node stood apart from the system at some time of the interval. */
    ISLANDED,
    /** Frequency was sampled while no contact told whether the node stood on the system. */
    ISLANDING_UNKNOWN
}
