package org.wolfgate.agent.dispatch;

/** What balances the injections that run (Deng and Oren, sections 2 and 3). */
public enum Mode {
    /** ISO1: one zone; everything that runs is withdrawn at its hub. */
    SINGLE,
    /** ISO2, problem (16) of the paper: the ISO also chooses how much is withdrawn at the hub of each zone. */
    HUB,
    /** Each transaction is withdrawn at the hub of its own destination zone; not in the paper. */
    FIRM
}
