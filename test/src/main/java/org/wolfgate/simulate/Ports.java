package org.wolfgate.simulate;

import java.util.Optional;
import org.wolfgate.drivers.sim.SiteSettings;
import org.wolfgate.drivers.yaml.Section;

/**
 * Where the lines of a simulation listen: where the file says if that is this machine, else on loopback ports one after
 * another.
 */
final class Ports {

    private static final String HERE = "127.0.0.1";

    private final Optional<Integer> first;
    private int next;

    /**
     * Ports for a simulation.
     *
     * @param first of all lines; empty to keep the file's own where it can be kept
     */
    Ports(Optional<Integer> first) {
        this.first = first;
        this.next = first.orElse(15_020);
    }

    SiteSettings.LinePlace line(String name, Section keys) {
        String host = keys.optional("host", text -> text).orElse("");
        boolean here = host.equals(HERE) || host.equals("localhost");
        int port =
                here && first.isEmpty() ? keys.optional("port", Integer::decode).orElse(502) : next++;
        return new SiteSettings.LinePlace(name, HERE, port);
    }
}
