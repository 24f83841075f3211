package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.WordOrder;
import org.wolfgate.drivers.yaml.Section;

/**
 * What the points of a profile have in common: each may say otherwise for itself.
 *
 * @param documentOffset what the manual's numbers are above the wire's
 * @param largestIsAbsent whether the largest number of an integer type means "no value"
 */
record PointKeys(RegisterTable table, WordOrder order, int documentOffset, boolean largestIsAbsent) {

    static PointKeys read(Section profile, Set<Quirk> quirks) {
        return new PointKeys(
                profile.require("table", RegisterTable::parse, RegisterTable.HOLDING),
                profile.require("order", PointKeys::order, WordOrder.BE),
                profile.require("document-offset", text -> Numbers.within(text, 0, 400_001), 0),
                quirks.contains(Quirk.LARGEST_IS_ABSENT));
    }

    /** A point of a profile; empty if the profile has none of that name. */
    Optional<Point> point(Section parent, String name, Map<String, BigDecimal> units) {
        return parent.optionalSection(name).map(keys -> {
            try (keys) {
                return read(keys, name, units);
            }
        });
    }

    /** The same quantity of several phases: one point for each address; none if the profile has none of that name. */
    List<Point> points(Section parent, String name, Map<String, BigDecimal> units) {
        return parent.optionalSection(name)
                .map(keys -> {
                    try (keys) {
                        Encoding encoding = encoding(keys, units);
                        int last = 65_536 - encoding.type().words();
                        List<Integer> addresses = keys.list("addresses", text -> Numbers.within(text, 0, last));
                        return IntStream.range(0, addresses.size())
                                .mapToObj(i -> at(keys, name + " L" + (i + 1), addresses.get(i), encoding))
                                .toList();
                    }
                })
                .orElse(List.of());
    }

    /** A register whose bits matter, not a quantity. The caller closes its keys. */
    Point raw(Section keys, String name) {
        NumberType type = keys.require("type", NumberType::parse, NumberType.U16);
        return at(keys, name, address(keys, type), new Encoding(type, order, BigDecimal.ONE, List.of()));
    }

    private Point read(Section keys, String name, Map<String, BigDecimal> units) {
        Encoding encoding = encoding(keys, units);
        Point point = at(keys, name, address(keys, encoding.type()), encoding);
        return units.equals(Units.ENERGY)
                ? keys.optional("every", Numbers::rhythm).map(point::every).orElse(point)
                : point;
    }

    private Point at(Section keys, String name, int address, Encoding encoding) {
        RegisterTable from = keys.optional("table", RegisterTable::parse).orElse(table);
        return new Point(name, from, address, documentOffset, encoding);
    }

    private static int address(Section keys, NumberType type) {
        return keys.require("address", text -> Numbers.within(text, 0, 65_536 - type.words()), 0);
    }

    private Encoding encoding(Section keys, Map<String, BigDecimal> units) {
        NumberType type = keys.require("type", NumberType::parse, NumberType.U16);
        BigDecimal unit = keys.require("unit", text -> Units.factor(units, text), BigDecimal.ONE);
        BigDecimal scale = keys.optional("scale", Numbers::factor).orElse(BigDecimal.ONE);
        List<Long> unavailable = new ArrayList<>(keys.list("unavailable", Numbers::pattern));
        if (largestIsAbsent) {
            largest(type).ifPresent(unavailable::add);
        }
        WordOrder own = keys.optional("order", PointKeys::order).orElse(order);
        return new Encoding(type, own, unit.multiply(scale), unavailable);
    }

    private static Optional<Long> largest(NumberType type) {
        int bits = 16 * type.words();
        return switch (type) {
            case U16, U32, U64 -> Optional.of(-1L >>> (64 - bits));
            case S16, S32, S64 -> Optional.of(-1L >>> (65 - bits));
            case F32, F64 -> Optional.empty();
        };
    }

    private static WordOrder order(String text) {
        return switch (text) {
            case "BE" -> WordOrder.BE;
            case "LW" -> WordOrder.LW;
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no word order: write BE (most significant word first) or LW (least first)");
        };
    }
}
