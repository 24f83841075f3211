package org.wolfgate.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.sim.SiteSettings;
import org.wolfgate.drivers.wire.SerialSettings;
import org.wolfgate.drivers.yaml.Section;

/**
 * Where the lines of a simulation are: network lines listen where the file says if that is this machine, else on loopback
 * ports one after another; serial lines are pairs of pseudo-terminals.
 */
final class Ports implements AutoCloseable {

    private static final String HERE = "127.0.0.1";

    private final Optional<Integer> first;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<SerialPair> pairs = new ArrayList<>();
    private final Supplier<TlsKeys> secured;
    private int next;

    /**
     * Ports for a simulation.
     *
     * @param first of all network lines; empty to keep the file's own where it can be kept
     * @param secured the identity of devices inside TLS, asked for if there are any
     */
    Ports(Optional<Integer> first, Supplier<TlsKeys> secured) {
        this.secured = secured;
        this.first = first;
        this.next = first.orElse(15_020);
    }

    /** The devices' end of a line. */
    SiteSettings.LinePlace line(String name, Section keys) {
        LineAddress address = switch (keys.text("family")) {
            case "modbus-rtu" -> serial(name, keys);
            case "modbus-rtu-tcp" -> rtuOverTcp(name, keys);
            case "modbus-tls" -> tls(name, keys);
            default -> tcp(name, keys);
        };
        return new SiteSettings.LinePlace(name, address);
    }

    /** Our end of a line, as a technician types it. */
    String typed(String line) {
        return typed.getOrDefault(line, line);
    }

    private LineAddress tcp(String name, Section keys) {
        int port = port(keys, 502);
        typed.put(name, "tcp:" + HERE + ":" + port);
        return new LineAddress.Tcp(HERE, port);
    }

    private LineAddress rtuOverTcp(String name, Section keys) {
        int port = port(keys, 4001);
        typed.put(name, "rtu+tcp:" + HERE + ":" + port);
        return new LineAddress.RtuOverTcp(HERE, port);
    }

    private LineAddress tls(String name, Section keys) {
        int port = port(keys, 802);
        TlsKeys identity = secured.get();
        typed.put(name, "tls:" + HERE + ":" + port + ":" + identity.trust());
        return new LineAddress.Tls(HERE, port, identity.files());
    }

    private int port(Section keys, int common) {
        String host = keys.optional("host", text -> text).orElse("");
        boolean here = host.equals(HERE) || host.equals("localhost");
        return here && first.isEmpty() ? keys.optional("port", Integer::decode).orElse(common) : next++;
    }

    private LineAddress serial(String name, Section keys) {
        SerialPair pair = SerialPair.open(keys.text("device"));
        pairs.add(pair);
        int baud = keys.optional("baud", Integer::decode).orElse(9600);
        String frame = keys.optional("frame", text -> text).orElse("8N1");
        typed.put(name, "rtu:" + pair.near() + ":" + baud + ":" + frame);
        return new LineAddress.Rtu(SerialSettings.of(pair.far(), baud, frame));
    }

    @Override
    public void close() {
        pairs.forEach(SerialPair::close);
    }
}
