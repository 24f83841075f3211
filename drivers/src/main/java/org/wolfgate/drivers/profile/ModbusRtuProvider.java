package org.wolfgate.drivers.profile;

import java.nio.file.Path;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.wire.SerialSettings;
import org.wolfgate.drivers.yaml.Section;

/**
 * The family {@code modbus-rtu}, a serial port: keys {@code device}, {@code baud} (9600), {@code frame} (8N1), {@code echo}
 * (false) and {@code deadline} (1 s).
 */
public final class ModbusRtuProvider implements DriverProvider {

    @Override
    public String family() {
        return "modbus-rtu";
    }

    @Override
    public LineSettings line(String name, Section keys, Path profiles) {
        String device = keys.text("device");
        int baud = keys.optional("baud", text -> Numbers.within(text, 300, 1_000_000))
                .orElse(9600);
        boolean echo = keys.optional("echo", Numbers::flag).orElse(false);
        String path = device.isBlank() ? "/dev/null" : device;
        SerialSettings port = keys.optional("frame", text -> SerialSettings.of(path, baud, text))
                .orElseGet(() -> SerialSettings.of(path, baud, "8N1"));
        return LineKeys.settings(name, keys, profiles, new LineAddress.Rtu(echo ? port.withEcho() : port));
    }
}
