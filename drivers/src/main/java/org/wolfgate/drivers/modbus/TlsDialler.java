package org.wolfgate.drivers.modbus;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connects, and shakes hands within a deadline of its own: a device that stalls there is cut off from outside. */
final class TlsDialler {

    private TlsDialler() {}

    static TappedSocket dial(String host, int port, TlsFiles files, Duration deadline) throws IOException {
        Socket carrier = Sockets.connect(host, port, deadline);
        Watchdog watchdog = new Watchdog();
        watchdog.arm(carrier, deadline.toNanos());
        try {
            SSLSocket socket =
                    (SSLSocket) TlsContext.of(files).getSocketFactory().createSocket(carrier, host, port, true);
            socket.setSSLParameters(parameters(socket, files));
            socket.startHandshake();
            return new TappedSocket(socket, carrier);
        } catch (IOException | RuntimeException e) {
            Sockets.close(carrier);
            throw new IOException(
                    "no TLS session (" + e.getMessage()
                            + "); check that the port speaks TLS, then trust, identity and the clock",
                    e);
        } finally {
            watchdog.disarm();
        }
    }

    private static SSLParameters parameters(SSLSocket socket, TlsFiles files) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (files.namesChecked()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }
}
