package org.wolfgate.lines;

import java.io.IOException;
import org.wolfgate.drivers.modbus.TcpLibrary;

/** Modbus TCP on com.digitalpetri.modbus: the port holds with another library below. */
class DigitalpetriTcpTest extends TcpContract {

    @Override
    Place place(RudeDevice device) throws IOException {
        return J2modTcpTest.on(device, TcpLibrary.parse("digitalpetri"));
    }
}
