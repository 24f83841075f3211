package org.wolfgate.drivers.sim;

import org.wolfgate.drivers.ActivePower;

/**
 * One simulated injection node: a plant with its controller, and the meter of its node.
 *
 * @param name of the node
 * @param rating positive
 * @param meterPort TCP port of the meter; 0 for any free one
 * @param plantPort TCP port of the plant controller; 0 for any free one
 */
public record PlantSettings(String name, PlantKind kind, ActivePower rating, int meterPort, int plantPort) {

    public PlantSettings {
        if (rating.watts() <= 0) {
            throw new IllegalArgumentException("plant " + name + ": a rating of " + rating + "; it must be positive");
        }
    }
}
