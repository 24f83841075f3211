package org.wolfgate.agent.metering;

/** What is kept of an interval's samples of frequency. */
public enum FrequencyDetail {
    /** Their mean and number. */
    MEAN,
    /** Also how often each value was seen, for prices that are the mean over the samples; it makes records longer. */
    COUNTS
}
