package org.wolfgate.drivers;

import java.util.Map;

/**
 * One physical line, or one connection, with the devices behind it. It connects when first used and again whenever
 * needed. Only one thread may use it and what it opened; {@link BusLoop} is that thread.
 */
public interface Bus extends AutoCloseable {

    /**
     * The meter of that name.
     *
     * @param id as given to {@link LineSettings#withMeter}
     * @throws IllegalArgumentException if the line has no such meter
     */
    Meter meter(String id);

    /**
     * The set-point of that name.
     *
     * @param id as given to {@link LineSettings#withLimit}
     * @throws IllegalArgumentException if the line has no such limit
     */
    PowerLimit limit(String id);

    /**
     * The contact of that name.
     *
     * @param id as given to {@link LineSettings#withContact}
     * @throws IllegalArgumentException if the line has no such contact
     */
    default Contact contact(String id) {
        throw new IllegalArgumentException("this line has no contact '" + id + "'");
    }

    /**
     * Calls this on the line's thread before each request of a meter's visit, so that what is urgent need not wait for the
     * rest of the visit. Never inside itself.
     */
    default void betweenRequests(Runnable urgent) {}

    /** Lets somebody hear every exchange from now on. A line without bytes, such as relays, has nothing to hear. */
    default void tap(BusTap listener) {}

    /** How the devices answer, by device such as {@code unit 5}. May be called from any thread. */
    default Map<String, RoundTrips> roundTrips() {
        return Map.of();
    }

    /** Lets go of the line within a bounded time. Never throws. */
    @Override
    void close();
}
