package org.wolfgate.drivers.profile;

import java.util.List;
import org.wolfgate.drivers.yaml.Section;

/**
 * Where the facts of a profile come from.
 *
 * @param name the devices, as on their plates
 * @param confidence A: vendor document and an independent implementation agree; B: one of them, or two independent
 *     implementations; C: one indirect source, to be checked on the bench
 * @param sources documents and implementations
 */
public record Origin(String name, String confidence, List<String> sources) {

    static Origin read(Section profile) {
        String name = profile.text("name");
        String confidence = profile.require("confidence", Origin::confidence, "C");
        List<String> sources = profile.list("sources", text -> text);
        if (sources.isEmpty()) {
            profile.problem("no sources of the facts", "list the manual and its edition below 'sources'");
        }
        return new Origin(name, confidence, sources);
    }

    private static String confidence(String text) {
        if (!text.matches("[ABC]")) {
            throw new IllegalArgumentException("'" + text + "' is no confidence: write A, B or C");
        }
        return text;
    }
}
