package org.wolfgate.drivers.profile;

import java.nio.file.Path;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.yaml.Section;

/**
 * The family {@code modbus-rtu-tcp}, a serial server in transparent mode: keys {@code host}, {@code port} (4001) and
 * {@code deadline} (1 s).
 */
public final class ModbusRtuTcpProvider implements DriverProvider {

    private static final int COMMON_PORT = 4001;

    @Override
    public String family() {
        return "modbus-rtu-tcp";
    }

    @Override
    public LineSettings line(String name, Section keys, Path profiles) {
        LineAddress far = new LineAddress.RtuOverTcp(keys.text("host"), LineKeys.port(keys, COMMON_PORT));
        return LineKeys.settings(name, keys, profiles, far);
    }
}
