package org.wolfgate.lines;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.wolfgate.drivers.modbus.TcpLine;

/** Modbus TCP inside TLS. */
class TlsTest extends TcpContract {

    private static final TestAuthority AUTHORITY = TestAuthority.make();

    @AfterAll
    static void forget() {
        AUTHORITY.close();
    }

    @Override
    Place place(RudeDevice device) throws IOException {
        return new TcpPlace(
                AUTHORITY.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                device,
                (port, deadline) -> TcpLine.tls("lan1", "127.0.0.1", port, AUTHORITY.trusting(), deadline));
    }
}
