package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.List;

/** The evidence as plain text of at most 80 columns. */
public final class ReportText {

    private static final int WIDTH = 80;

    private ReportText() {}

    /** The whole report. */
    public static String of(SiteSheet site) {
        List<String> lines = new ArrayList<>();
        lines.add("Commissioning of substation " + site.substation());
        lines.add("by " + site.technician() + ", finished " + site.at());
        lines.add(site.summary());
        for (MeterSheet meter : site.meters()) {
            lines.add("");
            lines.add("meter " + meter.name() + ": " + meter.profile() + " (" + meter.make() + ")"
                    + (meter.inverted() ? ", inverted" : ""));
            lines.add("  " + site.where(meter));
            meter.evidence().forEach(one -> lines.addAll(wrapped("  seen   ", one)));
            meter.findings().forEach(finding -> lines.addAll(finding(finding)));
        }
        for (PlantSheet plant : site.plants()) {
            lines.add("");
            lines.add("plant " + plant.name() + ": " + plant.obeys() + ", rating " + plant.rating());
            lines.add("  " + site.where(plant));
            plant.evidence().forEach(one -> lines.addAll(wrapped("  seen   ", one)));
            plant.findings().forEach(finding -> lines.addAll(finding(finding)));
        }
        if (!site.leftOut().isEmpty()) {
            lines.add("");
            lines.add("left out");
            site.leftOut().forEach(one -> lines.addAll(wrapped("  ", one)));
        }
        lines.add("");
        lines.add("Technician: ______________________   Witness: ______________________");
        return String.join("\n", lines) + "\n";
    }

    /** One finding, wrapped: its grade, what was seen, what to do. */
    public static List<String> finding(Finding finding) {
        List<String> lines = new ArrayList<>(wrapped("  %-6s ".formatted(finding.grade()), finding.seen()));
        if (!finding.advice().isEmpty()) {
            lines.addAll(wrapped("         -> ", finding.advice()));
        }
        return lines;
    }

    /** A text behind a head; the lines that follow are indented as far as the head. */
    static List<String> wrapped(String head, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        for (String word : text.split(" ", -1)) {
            if (line.length() > head.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(head.length()));
            }
            line.append(line.length() == head.length() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
