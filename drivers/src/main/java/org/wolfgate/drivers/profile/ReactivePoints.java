package org.wolfgate.drivers.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.GridVoltage;
import org.wolfgate.drivers.MeterReading.Reactive;
import org.wolfgate.drivers.ReactivePower;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.yaml.Section;

/**
 * The registers that price vars. Which voltage counts is said, never guessed: it must be the one that the voltage schedule
 * is for.
 *
 * @param power reactive power of all phases, in var, with the sign convention of the active power
 * @param voltages between lines or to neutral, in mV
 */
record ReactivePoints(Point power, List<Point> voltages) {

    ReactivePoints {
        voltages = List.copyOf(voltages);
    }

    /** The points that a meter's key {@code reactive} asks for; empty without the key, or if the make has none. */
    static Optional<ReactivePoints> read(Section meter, MeterProfile profile) {
        return meter.optional("reactive", ReactivePoints::which).flatMap(which -> {
            List<Point> voltages = which.equals("line-voltage")
                    ? profile.phases().lineVoltages()
                    : profile.phases().voltages();
            Optional<Point> power = profile.phases().reactive();
            if (power.isEmpty() || voltages.isEmpty()) {
                meter.problemAt(
                        "reactive",
                        "the profile of " + profile.origin().name() + " has no "
                                + (power.isEmpty()
                                        ? "reactive-power"
                                        : which.equals("line-voltage") ? which : "voltage"),
                        "add it to a profile of your own, or leave 'reactive' out");
                return Optional.empty();
            }
            return Optional.of(new ReactivePoints(power.get(), voltages));
        });
    }

    List<Point> points() {
        List<Point> all = new ArrayList<>(voltages);
        all.add(power);
        return all;
    }

    /** @param negate whether a positive register means absorption from the grid */
    Reactive of(Map<Point, Reading<Long>> readings, boolean negate) {
        Reading<Long> vars = reading(readings, power);
        return new Reactive(vars.map(value -> new ReactivePower(negate ? -value : value)), voltage(readings));
    }

    /** The mean of the phases, half-even to 1 mV; nothing unless every phase was read. */
    private Reading<GridVoltage> voltage(Map<Point, Reading<Long>> readings) {
        long sum = 0;
        for (Point point : voltages) {
            Reading<Long> phase = reading(readings, point);
            if (!phase.isGood()) {
                return Reading.missing(phase.reason());
            }
            sum += phase.value().orElse(0L);
        }
        return Reading.good(new GridVoltage(rounded(sum, voltages.size())));
    }

    private static long rounded(long sum, int count) {
        long floor = Math.floorDiv(sum, count);
        long twice = 2 * (sum - floor * count);
        return twice > count || (twice == count && floor % 2 != 0) ? floor + 1 : floor;
    }

    private static Reading<Long> reading(Map<Point, Reading<Long>> readings, Point point) {
        return readings.getOrDefault(point, Reading.missing(point.label() + ": not read"));
    }

    private static String which(String text) {
        if (!text.equals("line-voltage") && !text.equals("phase-voltage")) {
            throw new IllegalArgumentException("'" + text + "' is no voltage: write line-voltage (between lines) or"
                    + " phase-voltage (to neutral), as the voltage schedule is meant");
        }
        return text;
    }
}
