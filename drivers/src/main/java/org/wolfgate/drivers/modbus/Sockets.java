package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TCP connections that are made within a deadline, and whose failure says what to check. */
final class Sockets {

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private Sockets() {}

    /** A connection, without delay of small packets. */
    static Socket connect(String host, int port, Duration deadline) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(Resolver.resolve(host, port, deadline), Math.toIntExact(deadline.toMillis()));
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            return socket;
        } catch (IOException | RuntimeException e) {
            close(socket);
            throw new IOException(
                    "no connection ("
                            + java.util.Optional.ofNullable(e.getMessage()).orElseGet(e::toString)
                            + "); check power, cable, address and port",
                    e);
        }
    }

    /** Never throws: a socket that cannot be closed is as good as closed. */
    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing {}: {}", socket, e.toString());
        }
    }
}
