package org.wolfgate.lines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.TcpLine;
import org.wolfgate.drivers.modbus.TlsFiles;

/** Whom a TLS line does not talk to. */
class TlsTroubleTest {

    @Test
    void aDeviceThatNobodyTrustedSignedForIsRefused() throws IOException {
        try (TestAuthority authority = TestAuthority.make();
                Place place = place(
                        authority
                                .server()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        TlsFiles.NONE);
                ModbusLine line = place.line(LineContract.PATIENT)) {
            LineContract.assertFailed(line.exchange(LineContract.read(1, 1)), "no TLS session");
        }
    }

    @Test
    void aDeviceThatStallsInTheHandshakeIsCutOffAtTheDeadline() throws IOException {
        try (TestAuthority authority = TestAuthority.make();
                ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ModbusLine line = TcpLine.tls(
                        "lan1", "127.0.0.1", mute.getLocalPort(), authority.trusting(), LineContract.SHORT)) {
            LineContract.assertFailed(line.exchange(LineContract.read(1, 1)), "no TLS session");
        }
    }

    private static Place place(ServerSocket listening, TlsFiles files) {
        RudeDevice device = new RudeDevice(Framing.MBAP, (number, asked, out) -> out.write(Framing.MBAP.honest(asked)));
        return new TcpPlace(
                listening, device, (port, deadline) -> TcpLine.tls("lan1", "127.0.0.1", port, files, deadline));
    }
}
