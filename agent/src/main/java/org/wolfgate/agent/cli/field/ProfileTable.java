package org.wolfgate.agent.cli.field;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wolfgate.agent.bringup.RegisterAddress;
import org.wolfgate.agent.bringup.Text;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.profile.MeterProfile;
import org.wolfgate.drivers.profile.Profiles;
import org.wolfgate.drivers.yaml.Problem;
import org.wolfgate.drivers.yaml.Problems;

/** All points of a meter profile, read once. */
final class ProfileTable {

    private ProfileTable() {}

    /**
     * The meter profile of that name.
     *
     * @throws IllegalArgumentException with the first thing that is wrong with it
     */
    static MeterProfile profile(Profiles profiles, String name) {
        Problems problems = new Problems();
        return profiles.meter(name, problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.list().stream()
                        .findFirst()
                        .map(Problem::toString)
                        .orElse(name)));
    }

    static List<Point> points(MeterProfile profile) {
        List<Point> points = new ArrayList<>(List.of(profile.power()));
        Stream.of(profile.frequency(), profile.exported(), profile.imported())
                .forEach(point -> point.ifPresent(points::add));
        points.addAll(profile.phases().voltages());
        points.addAll(profile.phases().lineVoltages());
        points.addAll(profile.phases().currents());
        points.addAll(profile.phases().powers());
        Stream.of(profile.phases().reactive(), profile.phases().apparent())
                .forEach(point -> point.ifPresent(points::add));
        return points;
    }

    static int print(Device asked, LineOptions device, String name, PrintWriter out) {
        MeterProfile profile = profile(device.profiles(), name);
        out.println(device.label() + ", " + name);
        int missing = 0;
        for (Point point : points(profile)) {
            Reading<Long> reading =
                    asked.points(List.of(point), 0, 125).getOrDefault(point, Reading.missing("not read"));
            String at = new RegisterAddress(point.address(), point.documentOffset()).toString();
            out.printf(
                    "  %-15s %-18s %s%n",
                    point.name(),
                    at,
                    reading.value().map(value -> show(point, value)).orElse("-"));
            if (reading.value().isEmpty()) {
                out.println("      " + reading.reason().replaceFirst("^line .*?\\): ", ""));
                missing++;
            }
        }
        out.flush();
        return missing == 0 ? Exit.FINE : Exit.NOT_FINE;
    }

    /** A value in the small units that profiles count in. */
    static String show(Point point, long value) {
        String name = point.name();
        if (name.contains("voltage")) {
            return Text.volts(value);
        }
        if (name.startsWith("current")) {
            return Text.amperes(value);
        }
        if (name.equals("reactive-power") || name.equals("apparent-power")) {
            return BigDecimal.valueOf(value, 3).toPlainString() + (name.startsWith("r") ? " kvar" : " kVA");
        }
        if (name.startsWith("power")) {
            return Text.watts(value);
        }
        return name.startsWith("frequency")
                ? BigDecimal.valueOf(value, 3).toPlainString() + " Hz"
                : BigDecimal.valueOf(value, 3).toPlainString() + " kWh";
    }
}
