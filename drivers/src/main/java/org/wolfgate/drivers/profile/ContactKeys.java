package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.wolfgate.drivers.Contact;
import org.wolfgate.drivers.modbus.Encoding;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.NumberType;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.modbus.WordOrder;
import org.wolfgate.drivers.yaml.Section;

/**
 * The keys of a contact on a Modbus line: a discrete input (function 2), or one bit of a register (functions 3 and 4).
 * A set bit is a closed contact.
 */
final class ContactKeys {

    private static final String DISCRETE = "discrete";

    private ContactKeys() {}

    static Function<ModbusLine, Contact> read(String id, int unit, Section keys) {
        String table = keys.require("table", ContactKeys::table, DISCRETE);
        int address = keys.require("address", text -> Numbers.within(text, 0, 65_535), 0);
        if (table.equals(DISCRETE)) {
            if (keys.has("bit")) {
                keys.problemAt("bit", "a discrete input has no bits", "leave 'bit' out, or read a register");
            }
            return line -> new InputContact(line, unit, address);
        }
        int bit = keys.require("bit", text -> Numbers.within(text, 0, 15), 0);
        Encoding raw = new Encoding(NumberType.U16, WordOrder.BE, BigDecimal.ONE, List.of());
        Point point = new Point("contact " + id, RegisterTable.parse(table), address, 0, raw);
        return line -> new BitContact(line, unit, point, bit);
    }

    private static String table(String text) {
        return text.equals(DISCRETE) ? text : register(text);
    }

    private static String register(String text) {
        try {
            RegisterTable.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' holds no contacts: write discrete (function 2), holding (3) or input (4)", e);
        }
    }
}
