package org.wolfgate.agent.cli.field;

import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a line in a configuration file, from what a technician types. */
final class LineKeys {

    private LineKeys() {}

    static Map<String, String> of(String address) {
        String[] parts = address.split(":", -1);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("family", "modbus-tcp");
        keys.put("host", parts[1]);
        keys.put("port", parts.length > 2 ? parts[2] : "502");
        return keys;
    }
}
