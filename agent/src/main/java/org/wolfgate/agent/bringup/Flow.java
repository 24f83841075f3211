package org.wolfgate.agent.bringup;

/** Which way the power is known to flow while a meter is looked at, from other evidence than the meter. */
public enum Flow {
    INJECTING,
    WITHDRAWING,
    UNKNOWN;

    /** 1 if the meter should show injection, -1 withdrawal; 1 where nobody knows. */
    int sign() {
        return this == WITHDRAWING ? -1 : 1;
    }
}
