package org.wolfgate.agent.bringup;

import java.util.List;
import org.wolfgate.drivers.ActivePower;

/**
 * An injection node as it is written into a configuration file.
 *
 * @param accuracyClass of the metering point, such as {@code 0.5 %}
 */
public record NodeSheet(String name, String meter, ActivePower rating, String accuracyClass, List<String> plants) {

    public NodeSheet {
        plants = List.copyOf(plants);
    }
}
