package org.wolfgate.agent.uplink.sparkplug;

import java.time.Instant;

/** What a metric says. */
sealed interface Value {

    /** A whole number of the metric's unit. */
    record Whole(long number) implements Value {}

    record Text(String text) implements Value {}

    record Truth(boolean is) implements Value {}

    record Moment(Instant at) implements Value {}
}
