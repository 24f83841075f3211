package org.wolfgate.agent.cli.field;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.wire.SerialSettings;

/** The keys of a line in a configuration file, from what a technician types. */
final class LineKeys {

    private LineKeys() {}

    /**
     * The keys, in the order of the file.
     *
     * @throws IllegalArgumentException if the address has no known form
     */
    static Map<String, String> of(String address) {
        LineAddress line = LineAddress.parse(address);
        if (line instanceof LineAddress.Rtu rtu) {
            return serial(rtu.port());
        }
        if (line instanceof LineAddress.RtuOverTcp far) {
            return network("modbus-rtu-tcp", far.host(), far.port());
        }
        if (line instanceof LineAddress.Tls far) {
            return secured(far);
        }
        LineAddress.Tcp far = (LineAddress.Tcp) line;
        return network("modbus-tcp", far.host(), far.port());
    }

    private static Map<String, String> serial(SerialSettings port) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("family", "modbus-rtu");
        keys.put("device", port.device());
        keys.put("baud", Integer.toString(port.baud()));
        keys.put("frame", port.frame());
        return keys;
    }

    private static Map<String, String> secured(LineAddress.Tls far) {
        Map<String, String> keys = network("modbus-tls", far.host(), far.port());
        far.files().trust().ifPresent(file -> keys.put("trust", file.toString()));
        return keys;
    }

    private static Map<String, String> network(String family, String host, int port) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("family", family);
        keys.put("host", host.contains(":") ? "\"" + host + "\"" : host);
        keys.put("port", Integer.toString(port));
        return keys;
    }
}
