package org.wolfgate.agent.bringup;

import java.util.List;

/**
 * A meter that was brought up.
 *
 * @param line name of its line
 * @param make as on the plate
 * @param inverted whether it faces the other way
 * @param evidence what it showed when it was identified
 * @param findings what was checked
 */
public record MeterSheet(
        String name,
        String line,
        int unit,
        String profile,
        String make,
        boolean inverted,
        List<String> evidence,
        List<Finding> findings) {

    public MeterSheet {
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
    }
}
