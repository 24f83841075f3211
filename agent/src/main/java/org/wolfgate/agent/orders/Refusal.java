package org.wolfgate.agent.orders;

/** Why an order is not obeyed. The name goes to the sender together with the detail of the case. */
public enum Refusal {
    /** Not JSON, a field missing, of the wrong type, or unknown. */
    MALFORMED,
    /** Longer than an order can be. */
    OVERSIZED,
    /** Not signed, signed by nobody who is trusted, or changed on the way. */
    NOT_AUTHENTIC,
    /** Authentic, and its issuer may not order this node. */
    NOT_ENTITLED,
    /** Authentic, and too long under way to be acted on. */
    TOO_OLD,
    /** Made for another substation. */
    OTHER_SUBSTATION,
    UNKNOWN_NODE,
    /** Its sequence is not above the last one seen from this issuer. */
    STALE_SEQUENCE,
    /** The same id came before with other content. */
    CONTRADICTS_EARLIER,
    /** Its window is over. */
    EXPIRED,
    /** Its window ends before it starts, or lasts longer than an order may. */
    IMPOSSIBLE_WINDOW,
    /** Issued later than now by more than clocks may differ. */
    FUTURE_DATED,
    /** A cap below zero or above the node's rating. */
    IMPOSSIBLE_CAP,
    /** A cancellation of an order that is not here. */
    UNKNOWN_ORDER
}
