package org.wolfgate.drivers.modbus;

import java.time.Duration;
import java.util.Map;
import org.wolfgate.drivers.RoundTrips;

/**
 * One connection or serial line, asked by one thread only. It connects when needed. Every request is sent once; whether
 * to repeat it is decided above.
 */
public interface ModbusLine extends AutoCloseable {

    /**
     * Sends one request and waits for its answer, at most one deadline, plus at most another to connect first. Never
     * throws.
     */
    Answer exchange(Request request);

    /**
     * As {@link #exchange}, but gives up sooner, for a device that is probably away. A line that cannot give up sooner
     * waits its whole deadline.
     */
    default Answer probe(Request request, Duration atMost) {
        return exchange(request);
    }

    /** What an exchange with a unit costs here, as far as it is known. */
    default WireTime wireTime(int unit) {
        return WireTime.NETWORK;
    }

    /** The round trips of the units asked so far, where they are measured. May be called from any thread. */
    default Map<Integer, RoundTrips> roundTrips() {
        return Map.of();
    }

    /** Name and far end, for messages, such as {@code lan1 (192.0.2.7:502)}. */
    String label();

    /** Lets go of the connection. */
    @Override
    void close();
}
