package org.wolfgate.agent.control;

/** What a settled interval still waits for; its line is provisional until then. */
public enum MissingInput {
    ENERGY,
    SCHEDULE,
    FREQUENCY,
    LOADING,
    SPOT_PRICE
}
