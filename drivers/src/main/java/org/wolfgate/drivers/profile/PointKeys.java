package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
record PointKeys(RegisterTable table, WordOrder order, int documentOffset) {

    static PointKeys read(Section profile) {
        return new PointKeys(
                profile.require("table", RegisterTable::parse, RegisterTable.HOLDING),
                profile.require("order", PointKeys::order, WordOrder.BE),
                profile.require("document-offset", text -> Numbers.within(text, 0, 400_001), 0));
    }

    /** A point of a profile; empty if the profile has none of that name. */
    Optional<Point> point(Section parent, String name, Map<String, BigDecimal> units) {
        return parent.optionalSection(name).map(keys -> {
            try (keys) {
                return read(keys, name, units);
            }
        });
    }

    private Point read(Section keys, String name, Map<String, BigDecimal> units) {
        Encoding encoding = encoding(keys, units);
        int words = encoding.type().words();
        int address = keys.require("address", text -> Numbers.within(text, 0, 65_536 - words), 0);
        RegisterTable from = keys.optional("table", RegisterTable::parse).orElse(table);
        return new Point(name, from, address, documentOffset, encoding);
    }

    /** A point in the profile's own table. */
    Point at(String name, int address, Encoding encoding) {
        return new Point(name, table, address, documentOffset, encoding);
    }

    /** How the registers of a point are to be read. */
    Encoding encoding(Section keys, Map<String, BigDecimal> units) {
        NumberType type = keys.require("type", NumberType::parse, NumberType.U16);
        BigDecimal unit = keys.require("unit", text -> Units.factor(units, text), BigDecimal.ONE);
        BigDecimal scale = keys.optional("scale", Numbers::factor).orElse(BigDecimal.ONE);
        List<Long> unavailable = keys.list("unavailable", Numbers::pattern);
        WordOrder own = keys.optional("order", PointKeys::order).orElse(order);
        return new Encoding(type, own, unit.multiply(scale), unavailable);
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
