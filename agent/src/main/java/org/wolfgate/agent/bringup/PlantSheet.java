package org.wolfgate.agent.bringup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;

/**
 * A plant that was brought up.
 *
 * @param line name of its line
 * @param obeys what limits it: a profile, or relay steps
 * @param keys in a configuration file, apart from its line and rating, in the order of the file
 * @param evidence what was recorded about it, such as the duty of each relay
 * @param findings what was checked, the steps of its limit among them
 */
public record PlantSheet(
        String name,
        String line,
        String obeys,
        Map<String, String> keys,
        ActivePower rating,
        List<String> evidence,
        List<Finding> findings) {

    public PlantSheet {
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
    }

    /** Its unit on the line; relays have none. */
    Optional<String> unit() {
        return Optional.ofNullable(keys.get("unit"));
    }
}
