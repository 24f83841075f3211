package org.wolfgate.drivers.modbus;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connected socket that keeps a copy of what it received since the last request, so that the bytes behind j2mod's
 * answer can be checked, and a failure can say what was seen.
 */
final class TappedSocket extends Socket {

    private static final int MOST_KEPT = 600;

    private final Socket inner;
    private final Socket carrier;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream(MOST_KEPT);
    private boolean ended;

    /**
     * A tap on what an application reads.
     *
     * @param inner gives the plain bytes
     * @param carrier the TCP connection below; the same, except with TLS. Closing it ends both at once, while a TLS socket
     *     would first wait to say goodbye
     */
    TappedSocket(Socket inner, Socket carrier) {
        this.inner = inner;
        this.carrier = carrier;
    }

    /** Forgets what came before. */
    void restart() {
        received.reset();
    }

    byte[] received() {
        return received.toByteArray();
    }

    /** Whether the far end closed the connection. */
    boolean ended() {
        return ended;
    }

    /** Whether bytes came that belong to no request. */
    boolean hasUnread() throws IOException {
        return inner.getInputStream().available() > 0;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Tap(inner.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return inner.getOutputStream();
    }

    /**
     * Left out: the {@link Watchdog} ends the wait for an answer as a whole, while a timeout for each read starts again with
     * every byte, and costs two more system calls each time.
     */
    @Override
    public synchronized void setSoTimeout(int timeout) {}

    @Override
    public synchronized void close() throws IOException {
        carrier.close();
    }

    private final class Tap extends FilterInputStream {

        Tap(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            if (count < 0) {
                ended = true;
            } else {
                received.write(buffer, offset, Math.min(count, MOST_KEPT - Math.min(MOST_KEPT, received.size())));
            }
            return count;
        }
    }
}
