package org.wolfgate.drivers.profile;

import java.util.List;
import java.util.Optional;
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
 * @param phases what is looked at when the meter is brought up
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
        PhasePoints phases) {

    /** All points that the meter has. */
    List<Point> points() {
        return Stream.of(Optional.of(power), frequency, exported, imported)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads and closes a profile file; problems go to the section. */
    static MeterProfile read(Section profile) {
        try (profile) {
            Origin origin = Origin.read(profile);
            PointKeys common = PointKeys.read(profile);
            int mostWords = profile.optional("most-words", text -> Numbers.within(text, 4, Request.MOST_WORDS_READ))
                    .orElse(Request.MOST_WORDS_READ);
            int mergeGap = profile.optional("merge-gap", text -> Numbers.within(text, 0, Request.MOST_WORDS_READ))
                    .orElse(0);
            boolean importPositive = profile.require("positive-power", MeterProfile::importPositive, true);
            Optional<Energy> modulus = profile.optional("register-modulus", MeterProfile::modulus);
            try (Section points = profile.section("points")) {
                return new MeterProfile(
                        origin,
                        mostWords,
                        mergeGap,
                        importPositive,
                        modulus,
                        power(common, points),
                        common.point(points, "frequency", Units.FREQUENCY),
                        common.point(points, "exported", Units.ENERGY),
                        common.point(points, "imported", Units.ENERGY),
                        profile.optionalSection("phases")
                                .map(phases -> PhasePoints.read(common, phases))
                                .orElse(PhasePoints.NONE));
            }
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
