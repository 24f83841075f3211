package org.wolfgate.drivers.profile;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.Request;
import org.wolfgate.drivers.modbus.WordOrder;
import org.wolfgate.drivers.yaml.Section;

/**
 * A make of meter: which registers hold what, and how they count.
 *
 * @param mostWords most registers that it gives in one request
 * @param mergeGap most unused registers to read along between two points
 * @param importPositive whether a positive power register means power taken from the grid
 * @param registerModulus the count at which the energy registers start again from zero, if they do within a lifetime
 * @param power active power of all phases
 * @param quirks where it departs from the plain rules
 * @param quirkPoints the registers that its quirks need
 * @param phases its single phases, for commissioning
 * @param identity a register that tells the make, if it has one
 */
public record MeterProfile(
        Origin origin,
        int mostWords,
        int mergeGap,
        boolean importPositive,
        Optional<Energy> registerModulus,
        Point power,
        Optional<Point> frequency,
        Optional<Point> exported,
        Optional<Point> imported,
        Set<Quirk> quirks,
        QuirkPoints quirkPoints,
        PhasePoints phases,
        Optional<Expected> identity) {

    public MeterProfile {
        quirks = Set.copyOf(quirks);
    }

    /** All points that are read at every visit. */
    List<Point> points() {
        return Stream.concat(
                        Stream.of(Optional.of(power), frequency, exported, imported)
                                .flatMap(Optional::stream),
                        quirkPoints.measured().stream())
                .toList();
    }

    /** How often its energy registers are read at most; zero for at every visit. */
    Duration energyPeriod() {
        return points().stream()
                .map(Point::every)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Reads and closes a profile file; problems go to the section. */
    static MeterProfile read(Section profile) {
        try (profile) {
            Set<Quirk> quirks = Set.copyOf(profile.list("quirks", Quirk::parse));
            PointKeys common = PointKeys.read(profile, quirks);
            try (Section points = profile.section("points")) {
                MeterProfile meter = new MeterProfile(
                        Origin.read(profile),
                        profile.optional("most-words", text -> Numbers.within(text, 4, Request.MOST_WORDS_READ))
                                .orElse(Request.MOST_WORDS_READ),
                        mergeGap(profile, quirks),
                        profile.require("positive-power", MeterProfile::importPositive, true),
                        profile.optional("register-modulus", MeterProfile::modulus),
                        power(common, points),
                        common.point(points, "frequency", Units.FREQUENCY),
                        common.point(points, "exported", Units.ENERGY),
                        common.point(points, "imported", Units.ENERGY),
                        quirks,
                        QuirkPoints.read(quirks, points, common),
                        PhasePoints.read(profile, common),
                        profile.optionalSection("identity")
                                .map(keys -> Expected.read(keys, "identity", common, false)));
                meter.requireWholePairs(points);
                return meter;
            }
        }
    }

    /** No gap at all, not even between neighbours, for a meter that gives one value at a time. */
    private static int mergeGap(Section profile, Set<Quirk> quirks) {
        int gap = profile.optional("merge-gap", text -> Numbers.within(text, 0, Request.MOST_WORDS_READ))
                .orElse(0);
        return quirks.contains(Quirk.ONE_VALUE_PER_READ) ? -1 : gap;
    }

    private void requireWholePairs(Section keys) {
        Predicate<Point> odd =
                point -> point.address() % 2 != 0 || point.encoding().type().words() % 2 != 0;
        if (quirks.contains(Quirk.EVEN_COUNTS)) {
            points().stream()
                    .filter(odd)
                    .forEach(point -> keys.problemAt(
                            point.name(),
                            "a meter with the quirk even-counts has no value at " + point.label(),
                            "use an even address and a type of two or four registers"));
        }
    }

    private static Point power(PointKeys common, Section points) {
        return common.point(points, "power", Units.POWER).orElseGet(() -> {
            points.problem("the point 'power' is missing", "every meter needs it");
            Encoding none = new Encoding(NumberType.U16, WordOrder.BE, java.math.BigDecimal.ONE, List.of());
            return new Point("power", RegisterTable.HOLDING, 0, 0, none);
        });
    }

    private static boolean importPositive(String text) {
        return switch (text) {
            case "import" -> true;
            case "export" -> false;
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no direction: write import or export, what a positive register means");
        };
    }

    private static Energy modulus(String text) {
        Energy modulus = Energy.parse(text);
        if (modulus.wattHours() <= 0) {
            throw new IllegalArgumentException("a register starts again at a positive count, not at " + text);
        }
        return modulus;
    }
}
