package org.wolfgate.lines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.TcpLibrary;

/** Modbus TCP on j2mod. */
class J2modTcpTest extends TcpContract {

    @Override
    Place place(RudeDevice device) throws IOException {
        return on(device, TcpLibrary.J2MOD);
    }

    static Place on(RudeDevice device, TcpLibrary library) throws IOException {
        return new TcpPlace(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                device,
                (port, deadline) -> new LineAddress.Tcp("127.0.0.1", port, library).open("lan1", deadline));
    }
}
