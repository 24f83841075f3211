package org.wolfgate.drivers.modbus;

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

    /** Name and far end, for messages, such as {@code lan1 (192.0.2.7:502)}. */
    String label();

    /** Lets go of the connection. */
    @Override
    void close();
}
