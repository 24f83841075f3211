package org.wolfgate.agent.metering;

/** How much of an interval the meter covered. */
public enum IntervalQuality {
    /** By readings close enough together, throughout. */
    MEASURED,
    /** Throughout; a part of it lies in a gap whose energy is known only in total. */
    PARTLY_ESTIMATED,
    /** Throughout, all of it in such a gap. */
    ESTIMATED,
    /** Only in part: the energy is true for the part covered and says nothing of the rest. */
    INCOMPLETE,
    /** Nowhere: no energy is known. */
    MISSING;

    static IntervalQuality of(long lengthMillis, long measuredMillis, long estimatedMillis) {
        long covered = measuredMillis + estimatedMillis;
        if (covered == 0) {
            return MISSING;
        }
        if (covered < lengthMillis) {
            return INCOMPLETE;
        }
        if (estimatedMillis == 0) {
            return MEASURED;
        }
        return measuredMillis == 0 ? ESTIMATED : PARTLY_ESTIMATED;
    }

    /** Whether the energy of the whole interval is known, so that it can be settled. */
    public boolean isComplete() {
        return this != INCOMPLETE && this != MISSING;
    }
}
