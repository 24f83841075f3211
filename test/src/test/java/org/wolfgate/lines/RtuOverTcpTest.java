package org.wolfgate.lines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.wolfgate.drivers.modbus.RtuLine;

/** RTU frames through a serial server in transparent mode. */
class RtuOverTcpTest extends RtuContract {

    @Override
    Place place(RudeDevice device) throws IOException {
        return new TcpPlace(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                device,
                (port, deadline) -> RtuLine.overTcp("bus1", "127.0.0.1", port, deadline));
    }

    /** After each, the line waits out its deadline and lets the bus fall silent. */
    @Override
    int fuzzCases() {
        return super.fuzzCases() / 5;
    }
}
