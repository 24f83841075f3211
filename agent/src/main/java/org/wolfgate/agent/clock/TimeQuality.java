package org.wolfgate.agent.clock;

/** How far a time stamp can be trusted. */
public enum TimeQuality {
    /** The system clock follows a reference now. */
    SYNCHRONISED,
    /** It did follow one, lost it, and runs on at a rate that was right. */
    HOLDOVER,
    /** Nothing vouches for the time: no reference since the start, or too long ago. */
    UNSYNCHRONISED
}
