package org.wolfgate.drivers.wire;

import java.io.Closeable;
import java.io.IOException;

/** An open way for bytes in both directions, used by one thread only. */
public interface Wire extends Closeable {

    /**
     * Hands all bytes over for sending; they need not have left when this returns.
     *
     * @throws IOException if the far end or the adapter is gone
     */
    void write(byte[] bytes) throws IOException;

    /**
     * Takes what came in, at least one byte.
     *
     * @param offset where in the buffer the first byte goes; the buffer has room behind it
     * @param nanos the longest wait; 0 or less only looks
     * @return how many bytes came, 0 if none did in time
     * @throws IOException if the far end or the adapter is gone
     */
    int read(byte[] buffer, int offset, long nanos) throws IOException;

    /** Lets go within a bounded time. Never throws. */
    @Override
    void close();

    /** Opens a wire. */
    @FunctionalInterface
    interface Opener {

        /**
         * A fresh wire.
         *
         * @throws IOException whose message says what was seen and what to check first
         */
        Wire open() throws IOException;
    }
}
