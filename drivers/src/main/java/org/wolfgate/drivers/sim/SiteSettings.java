package org.wolfgate.drivers.sim;

import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.modbus.LineAddress;
import org.wolfgate.drivers.profile.MeterProfile;
import org.wolfgate.drivers.profile.PlantProfile;

/**
 * A substation to simulate, as a configuration file describes it.
 *
 * @param nominal what the frequency wanders around
 * @param seed the same seed gives the same course of events
 */
public record SiteSettings(
        List<LinePlace> lines,
        List<MeterPlace> meters,
        List<PlantPlace> plants,
        List<NodePlace> nodes,
        Frequency nominal,
        long seed) {

    /**
     * A line and the devices' end of it.
     *
     * @param address where to serve, and as what; port 0 for any free one; with TLS, the identity is the devices' own
     */
    public record LinePlace(String name, LineAddress address) {}

    /**
     * A meter on its line.
     *
     * @param profile empty for one that describes itself by SunSpec
     */
    public record MeterPlace(String name, String line, int unit, Optional<MeterProfile> profile, boolean inverted) {}

    /**
     * A plant on its line.
     *
     * @param profile empty for one that describes itself by SunSpec
     */
    public record PlantPlace(String name, String line, int unit, Optional<PlantProfile> profile, ActivePower rating) {}

    /** A node: its meter sees the sum of its plants; without plants, a plant of the node's rating that nobody holds. */
    public record NodePlace(String meter, List<String> plants, ActivePower rating) {

        public NodePlace {
            plants = List.copyOf(plants);
        }
    }

    public SiteSettings {
        lines = List.copyOf(lines);
        meters = List.copyOf(meters);
        plants = List.copyOf(plants);
        nodes = List.copyOf(nodes);
    }
}
