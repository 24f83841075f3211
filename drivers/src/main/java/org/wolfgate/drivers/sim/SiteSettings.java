package org.wolfgate.drivers.sim;

import java.util.List;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
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
     * A line, served as Modbus TCP.
     *
     * @param port 0 for any free one
     */
    public record LinePlace(String name, String host, int port) {}

    /** A meter on its line. */
    public record MeterPlace(String name, String line, int unit, MeterProfile profile, boolean inverted) {}

    /** A plant on its line. */
    public record PlantPlace(String name, String line, int unit, PlantProfile profile, ActivePower rating) {}

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
