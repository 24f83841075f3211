package org.wolfgate.drivers.modbus;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.wolfgate.drivers.wire.Wire;

/** A TCP connection that carries bytes as a serial line would. */
final class SocketWire implements Wire {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Socket socket;

    /** A connection that is already made. */
    SocketWire(Socket socket) {
        this.socket = socket;
    }

    static SocketWire open(String host, int port, Duration deadline) throws IOException {
        return new SocketWire(Sockets.connect(host, port, deadline));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, long nanos) throws IOException {
        try {
            if (nanos < NANOS_PER_MILLI && socket.getInputStream().available() == 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(Math.max(0, nanos));
                if (socket.getInputStream().available() == 0) {
                    return 0;
                }
            }
            socket.setSoTimeout(Math.toIntExact(Math.max(1, nanos / NANOS_PER_MILLI)));
            int count = socket.getInputStream().read(buffer, offset, buffer.length - offset);
            if (count < 0) {
                throw new EOFException("the far end closed the connection");
            }
            return count;
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static IOException lost(IOException cause) {
        return new IOException(
                "the connection broke (" + cause.getMessage()
                        + "); check whether another client holds the serial server's only connection",
                cause);
    }

    @Override
    public void close() {
        Sockets.close(socket);
    }
}
