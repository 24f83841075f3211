package org.wolfgate.agent.cli.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.profile.MeterProfile;

/** Counts rounds of watching, and words them. */
final class WatchTally {

    private final List<Long> trips = new ArrayList<>();
    private long rounds;
    private long errors;
    private String lastError = "";

    /**
     * One round.
     *
     * @param nanos it took
     * @param trouble why there are no values; empty if there are
     */
    record Round(long nanos, Optional<String> trouble, String values) {}

    static List<Point> points(MeterProfile profile) {
        List<Point> points = new ArrayList<>(List.of(profile.power()));
        profile.frequency().ifPresent(points::add);
        points.addAll(profile.phases().voltages());
        return points;
    }

    static Round read(Device asked, List<Point> points) {
        long start = System.nanoTime();
        Map<Point, Reading<Long>> readings = asked.points(points, 60, 60);
        long took = System.nanoTime() - start;
        Optional<String> trouble = readings.values().stream()
                .filter(reading -> reading.value().isEmpty())
                .map(Reading::reason)
                .findFirst();
        String values = points.stream()
                .flatMap(point -> Optional.ofNullable(readings.get(point))
                        .flatMap(Reading::value)
                        .map(value -> ProfileTable.show(point, value))
                        .stream())
                .collect(Collectors.joining("  "));
        return new Round(took, values.isEmpty() ? trouble : Optional.empty(), values);
    }

    /** Takes a round in and words it. Errors that repeat are said once and counted. */
    String add(Round round) {
        rounds++;
        String head = "%5d  ".formatted(rounds);
        if (round.trouble().isPresent()) {
            errors++;
            String error = round.trouble().get();
            String shown = error.equals(lastError) ? "no answer again (" + errors + " so far)" : error;
            lastError = error;
            return head + shown;
        }
        lastError = "";
        trips.add(round.nanos());
        return head + round.values() + String.format(Locale.ROOT, "  %.1f ms", round.nanos() / 1e6);
    }

    long errors() {
        return errors;
    }

    String summary() {
        List<Long> sorted = trips.stream().sorted().toList();
        String times = sorted.isEmpty()
                ? "no answers"
                : String.format(
                        Locale.ROOT,
                        "round trip median %.1f ms, longest %.1f ms",
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() - 1) / 1e6);
        return rounds + " rounds, " + errors + " without answer, " + times;
    }
}
