package org.wolfgate.agent.settlement;

/** How far a line can be relied upon. */
public enum Finality {
    /** An input is missing; a later version will say more. */
    PROVISIONAL,
    /** Every input is known. */
    FINAL,
    /** A later version has taken its place. */
    SUPERSEDED
}
