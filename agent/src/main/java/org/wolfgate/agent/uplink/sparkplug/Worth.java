package org.wolfgate.agent.uplink.sparkplug;

import org.wolfgate.drivers.Quality;

/** What a measured value is worth: the three codes that Sparkplug allows in the property Quality (section 6.4.20). */
enum Worth {
    GOOD(192),
    /** There is a value, and it is doubtful or was not measured. */
    BAD(0),
    /** The last value is out of date, or there is none. */
    STALE(500);

    private final int code;

    Worth(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Worth of(Quality quality) {
        return switch (quality) {
            case GOOD -> GOOD;
            case SUSPECT, SUBSTITUTED -> BAD;
            case STALE, MISSING -> STALE;
        };
    }
}
