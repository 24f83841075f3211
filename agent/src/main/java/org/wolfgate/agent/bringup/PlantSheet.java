package org.wolfgate.agent.bringup;

import java.util.List;
import org.wolfgate.drivers.ActivePower;

/**
 * A plant that was brought up.
 *
 * @param line name of its line
 * @param findings what was checked, the steps of its limit among them
 */
public record PlantSheet(
        String name, String line, int unit, String profile, ActivePower rating, List<Finding> findings) {

    public PlantSheet {
        findings = List.copyOf(findings);
    }
}
