package org.wolfgate.agent.metering;

/** How well good samples of frequency cover an interval. */
public enum FrequencyQuality {
    /** At least 90 %. */
    GOOD,
    /** At least half. */
    ESTIMATED,
    /** Less than half: the mean is not used. */
    INSUFFICIENT
}
