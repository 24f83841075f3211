package org.wolfgate.drivers.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.modbus.TlsFiles;
import org.wolfgate.drivers.yaml.Section;

/**
 * The family {@code modbus-tls}: keys {@code host}, {@code port} (802), {@code trust}, {@code identity}, {@code
 * password-file}, {@code check-name} (true) and {@code deadline} (1 s).
 */
public final class ModbusTlsProvider implements DriverProvider {

    @Override
    public String family() {
        return "modbus-tls";
    }

    @Override
    public LineSettings line(String name, Section keys, Path profiles) {
        TlsFiles files = new TlsFiles(
                file(keys, "trust"),
                file(keys, "identity"),
                file(keys, "password-file"),
                keys.optional("check-name", Numbers::flag).orElse(true));
        LineAddress far = new LineAddress.Tls(keys.text("host"), LineKeys.port(keys, 802), files);
        return LineKeys.settings(name, keys, profiles, far);
    }

    private static Optional<Path> file(Section keys, String key) {
        return keys.optional(key, text -> {
            if (!Files.isReadable(Path.of(text))) {
                throw new IllegalArgumentException("'" + text + "' cannot be read; check path and permissions");
            }
            return Path.of(text);
        });
    }
}
