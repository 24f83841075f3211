package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.WordOrder;
import org.wolfgate.drivers.yaml.Section;

/**
 * A make of plant controller, for a plant of one rating.
 *
 * @param singleWrites whether the set-point is written with function 6 instead of 16
 * @param wearsOut whether the register is in a memory that wears out, so that it is written only when it differs
 * @param wear how a register that wears out is spared; of no effect on one that does not
 * @param setPoint what is written
 * @param readBack what confirms it; the set-point itself where the plant has no other
 * @param available what the plant could inject if nothing held it back
 */
public record PlantProfile(
        Origin origin,
        boolean singleWrites,
        boolean wearsOut,
        Wear wear,
        Point setPoint,
        Point readBack,
        Optional<Point> available) {

    /** Reads and closes a profile file; problems go to the section. */
    static PlantProfile read(Section profile, ActivePower rating) {
        try (profile) {
            Map<String, BigDecimal> units = new HashMap<>(Units.POWER);
            units.put("%", BigDecimal.valueOf(rating.watts(), 2));
            Origin origin = Origin.read(profile);
            PointKeys common = PointKeys.read(profile, Set.of());
            boolean single = profile.require("write", PlantProfile::single, false);
            boolean wearsOut = !profile.require("volatile", Numbers::flag, true);
            Wear wear = wearsOut ? Wear.read(profile, rating) : Wear.NONE;
            Point setPoint = common.point(profile, "set-point", units).orElseGet(() -> missing(profile));
            if (single && setPoint.encoding().type().words() > 1) {
                profile.problemAt("write", "'one' writes a single register, the set-point has more", "write 'many'");
            }
            if (setPoint.table() != RegisterTable.HOLDING) {
                profile.problemAt("set-point", "input registers cannot be written", "use table: holding");
            }
            Point readBack = common.point(profile, "read-back", units).orElse(setPoint);
            return new PlantProfile(
                    origin, single, wearsOut, wear, setPoint, readBack, common.point(profile, "available", units));
        }
    }

    private static Point missing(Section profile) {
        profile.problem("'set-point' is missing", "give its address, type and unit");
        Encoding none = new Encoding(NumberType.U16, WordOrder.BE, BigDecimal.ONE, List.of());
        return new Point("set-point", RegisterTable.HOLDING, 0, 0, none);
    }

    private static boolean single(String text) {
        return switch (text) {
            case "one" -> true;
            case "many" -> false;
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no way to write: write one (function 6) or many (function 16)");
        };
    }
}
