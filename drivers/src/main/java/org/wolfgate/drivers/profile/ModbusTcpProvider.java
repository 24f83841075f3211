package org.wolfgate.drivers.profile;

import java.nio.file.Path;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.TcpLibrary;
import org.wolfgate.drivers.yaml.Section;

/** The family {@code modbus-tcp}: keys {@code host}, {@code port} (502), {@code library} (j2mod) and {@code deadline}. */
public final class ModbusTcpProvider implements DriverProvider {

    @Override
    public String family() {
        return "modbus-tcp";
    }

    @Override
    public LineSettings line(String name, Section keys, Path profiles) {
        TcpLibrary library = keys.optional("library", TcpLibrary::parse).orElse(TcpLibrary.J2MOD);
        LineAddress far = new LineAddress.Tcp(keys.text("host"), LineKeys.port(keys, 502), library);
        return LineKeys.settings(name, keys, profiles, far);
    }
}
