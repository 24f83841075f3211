package org.wolfgate.agent.metering;

/** The energy that a meter counted between two readings of its registers. */
record CountedSpan(RegisterReading from, long toMillis, Advance.Counted exported, Advance.Counted imported) {

    long millis() {
        return toMillis - from.atMillis();
    }

    boolean rolledOver() {
        return exported.rolledOver() || imported.rolledOver();
    }
}
