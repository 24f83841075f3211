package org.wolfgate.drivers.modbus;

import java.time.Duration;

/** Lines from a short text, for verbs that have no configuration file. */
public final class Lines {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private Lines() {}

    /**
     * A line such as {@code rtu:/dev/ttyUSB0:9600:8N1}, with a deadline of 1 s. It connects when first used.
     *
     * @throws IllegalArgumentException as {@link LineAddress#parse}
     */
    public static MeasuredLine parse(String text) {
        return parse(text, DEADLINE);
    }

    /**
     * The same with another deadline.
     *
     * @param deadline for each whole answer, 1 ms to 1 min
     */
    public static MeasuredLine parse(String text, Duration deadline) {
        return LineAddress.parse(text).open("line", deadline);
    }
}
