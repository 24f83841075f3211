package org.wolfgate.agent.config;

import java.util.Optional;
import org.wolfgate.agent.config.SubstationConfig.ScadaConfig;
import org.wolfgate.drivers.yaml.Section;

/** The section {@code scada}: where the agent serves registers to a control system that polls. */
final class ScadaKeys {

    private ScadaKeys() {}

    static Optional<ScadaConfig> read(Section root) {
        return root.optionalSection("scada").map(keys -> {
            try (keys) {
                String host = keys.optional("host", String::strip).orElse("127.0.0.1");
                return new ScadaConfig(host, keys.require("port", ScadaKeys::port, 1502));
            }
        });
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is no port: write 1 to 65535; below 1024 needs privileges");
    }
}
