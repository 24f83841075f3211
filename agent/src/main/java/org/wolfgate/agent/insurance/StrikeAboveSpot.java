package org.wolfgate.agent.insurance;

/** What becomes of a unit whose strike exceeds the spot price of its zone. The paper holds both views. */
public enum StrikeAboveSpot {
    /** It is out of the money and does not run: section 3.1 of the paper, and the product's dispatch. */
    STANDS_DOWN,
    /** It runs where there is room and is curtailed without compensation: problem (16) of the paper. */
    RUNS_UNCOMPENSATED
}
