package org.wolfgate.drivers.modbus;

import java.time.Duration;

/**
 * One quantity of a device: where it stands and how to read it.
 *
 * @param name the quantity, for messages
 * @param address first register on the wire, from 0
 * @param documentOffset what the manual's number is above the wire's, such as 1, 30001 or 0
 * @param every how often it is worth reading at most; zero for every visit
 */
public record Point(
        String name, RegisterTable table, int address, int documentOffset, Encoding encoding, Duration every) {

    /** A point for every visit. */
    public Point(String name, RegisterTable table, int address, int documentOffset, Encoding encoding) {
        this(name, table, address, documentOffset, encoding, Duration.ZERO);
    }

    public Point {
        if (address < 0 || address + encoding.type().words() > 65_536) {
            throw new IllegalArgumentException(name + ": registers from " + address + " on are outside 0 to 65535");
        }
    }

    /** The same point, read at most so often. */
    public Point every(Duration period) {
        return new Point(name, table, address, documentOffset, encoding, period);
    }

    /** The registers that hold it. */
    ReadBlock block() {
        return new ReadBlock(table, address, encoding.type().words());
    }

    /** The point with both forms of its address, such as {@code power 3059 (doc. 3060)}. */
    public String label() {
        return name + " " + address + " (doc. " + (address + documentOffset) + ")";
    }
}
