package org.wolfgate.agent.bringup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wolfgate.drivers.sunspec.SunSpecKeys;

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

    /** Its keys in a configuration file, apart from its line and how often it is read. */
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("unit", Integer.toString(unit));
        keys.put("profile", profile);
        if (profile.equals(SunSpecKeys.PROFILE)) {
            keys.put("positive-power", "export");
        }
        if (inverted) {
            keys.put("inverted", "true");
        }
        return keys;
    }
}
