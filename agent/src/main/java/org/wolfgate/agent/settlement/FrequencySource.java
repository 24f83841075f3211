package org.wolfgate.agent.settlement;

/** Whose frequency an interval was priced with. */
public enum FrequencySource {
    /** The node's own meter. */
    METER,
    /** The system operator. */
    ISO,
    /** A second meter in the substation. */
    PEER,
    /** Nobody's: the price is the reference price and stands in. */
    NONE
}
