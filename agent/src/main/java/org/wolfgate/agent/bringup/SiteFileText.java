package org.wolfgate.agent.bringup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wolfgate.drivers.ActivePower;

/** The configuration file of a substation that was brought up. */
public final class SiteFileText {

    private SiteFileText() {}

    /** The whole file. */
    public static String of(SiteSheet site) {
        List<String> lines = new ArrayList<>();
        lines.add("# Written by 'wolfgate commission' at " + site.at() + "; the evidence is in report.txt beside it.");
        lines.add("# Every key is explained in substation.example.yaml.");
        lines.add("substation: " + site.substation());
        lines.add("currency: " + site.currency());
        lines.add("frequency: " + site.nominal());
        lines.add("");
        lines.add("settlement:");
        lines.add("  interval: 5 min");
        lines.add("  pricing:");
        lines.add("    parameters: illustrative-" + site.nominal().replaceAll("\\D", "")
                + "hz    # not for billing: replace by what your operator declared");
        lines.add("");
        lines.add("trust:");
        lines.add("  orders: unsigned-bench             # the bench only: name key and issuers before live service");
        lines.add("");
        lines.add("uplink:");
        lines.add("  broker: " + site.broker());
        lines.add("  client-id: " + site.substation() + "-agent");
        section(lines, "lines", site.lines().stream().map(SiteFileText::line).toList());
        section(lines, "meters", site.meters().stream().map(SiteFileText::meter).toList());
        section(lines, "plants", site.plants().stream().map(SiteFileText::plant).toList());
        lines.add("");
        lines.add("nodes:");
        site.nodes().forEach(node -> lines.addAll(node(site, node)));
        return String.join("\n", lines) + "\n";
    }

    private static void section(List<String> lines, String name, List<String> entries) {
        lines.add("");
        lines.add(name + ":" + (entries.isEmpty() ? " {}" : ""));
        lines.addAll(entries);
    }

    private static String line(LineSheet line) {
        return "  " + line.name() + ": {" + keys(line.keys()) + "}";
    }

    /** The keys of a line as they stand between braces. */
    public static String keys(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + ": " + key.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String meter(MeterSheet meter) {
        return "  " + meter.name() + ": {line: " + meter.line() + ", " + keys(meter.keys()) + ", poll: 1 s}";
    }

    private static String plant(PlantSheet plant) {
        return "  " + plant.name() + ": {line: " + plant.line() + ", " + keys(plant.keys()) + ", rating: "
                + power(plant.rating()) + "}";
    }

    private static List<String> node(SiteSheet site, NodeSheet node) {
        List<String> lines = new ArrayList<>(List.of(
                "  " + node.name() + ":",
                "    zone: " + site.zone(),
                "    meter: " + node.meter(),
                "    rating: " + power(node.rating())));
        if (!node.plants().isEmpty()) {
            lines.add("    plants: [" + String.join(", ", node.plants()) + "]");
        }
        lines.add("    contract: scheduled");
        lines.add("    accuracy-class: " + node.accuracyClass());
        return lines;
    }

    private static String power(ActivePower power) {
        BigDecimal kilowatts = BigDecimal.valueOf(power.watts(), 3).stripTrailingZeros();
        return kilowatts.toPlainString() + " kW";
    }
}
