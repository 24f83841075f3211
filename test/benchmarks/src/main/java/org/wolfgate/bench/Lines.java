package org.wolfgate.bench;

import java.nio.file.Path;
import java.util.Objects;
import org.wolfgate.drivers.DriverProvider;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;
import org.wolfgate.drivers.yaml.Yaml;

/** Lines as a configuration would make them. */
final class Lines {

    private Lines() {}

    static LineSettings tcp(int port) {
        return line("modbus-tcp", "host: 127.0.0.1\nport: " + port);
    }

    static LineSettings line(String family, String keys) {
        return Objects.requireNonNull(DriverProvider.installed().get(family))
                .line("bench", yaml(keys), Path.of("none"));
    }

    static Section yaml(String text) {
        return Yaml.read("bench.yaml", text, new Problems()).orElseThrow();
    }
}
