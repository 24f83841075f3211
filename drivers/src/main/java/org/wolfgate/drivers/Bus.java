package org.wolfgate.drivers;

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

    /** Lets go of the line within a bounded time. Never throws. */
    @Override
    void close();
}
