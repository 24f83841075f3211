package org.wolfgate.drivers;

/** What a reading is worth. */
public enum Quality {
    /** Measured now and plausible. */
    GOOD,
    /** Measured earlier than asked for. */
    STALE,
    /** Measured now, but implausible or doubtful. */
    SUSPECT,
    /** Not measured: put in place of a measurement by a stated rule. */
    SUBSTITUTED,
    /** No value at all. */
    MISSING
}
