package org.wolfgate.agent.bringup;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was found out when a substation was brought up.
 *
 * @param nominal frequency, {@code 50 Hz} or {@code 60 Hz}
 * @param technician who did it
 * @param at when it was finished
 * @param leftOut devices that were not brought up, and why
 */
public record SiteSheet(
        String substation,
        String currency,
        String nominal,
        String zone,
        String broker,
        String technician,
        Instant at,
        List<LineSheet> lines,
        List<MeterSheet> meters,
        List<PlantSheet> plants,
        List<NodeSheet> nodes,
        List<String> leftOut) {

    public SiteSheet {
        lines = List.copyOf(lines);
        meters = List.copyOf(meters);
        plants = List.copyOf(plants);
        nodes = List.copyOf(nodes);
        leftOut = List.copyOf(leftOut);
    }

    /** Every finding of every device. */
    public Stream<Finding> findings() {
        return Stream.concat(
                meters.stream().flatMap(meter -> meter.findings().stream()),
                plants.stream().flatMap(plant -> plant.findings().stream()));
    }

    public long faults() {
        return findings().filter(Finding::isFault).count();
    }

    String summary() {
        long notes = findings()
                .filter(finding -> finding.grade() == Finding.Grade.NOTE)
                .count();
        return "meters " + meters.size() + ", plants " + plants.size() + ", left out " + leftOut.size() + "; faults "
                + faults() + ", notes " + notes;
    }

    String where(MeterSheet meter) {
        return address(meter.line()) + " unit " + meter.unit();
    }

    String where(PlantSheet plant) {
        return address(plant.line()) + plant.unit().map(unit -> " unit " + unit).orElse("");
    }

    private String address(String line) {
        return lines.stream()
                .filter(one -> one.name().equals(line))
                .map(LineSheet::address)
                .findFirst()
                .orElse(line);
    }
}
