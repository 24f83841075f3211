package org.wolfgate.agent.insurance;

/** Which units of one level run when the level runs in part. */
public enum Rationing {
    /** Each at the same share, or a lottery: the ISO cannot tell them apart. The same in expectation. */
    PRO_RATA,
    /** The cheapest first, as if units of one level could trade among themselves. */
    CHEAPEST_FIRST
}
