package org.wolfgate.agent.uplink.sparkplug;

/**
 * A metric that a device has, whatever it says now.
 *
 * @param name its levels separated by slashes; case counts
 * @param unit engineering unit; empty if it has none
 */
record Point(String name, DataType type, String unit) {

    static Point number(String name, String unit) {
        return new Point(name, DataType.INT64, unit);
    }

    static Point text(String name) {
        return new Point(name, DataType.STRING, "");
    }

    static Point moment(String name) {
        return new Point(name, DataType.DATETIME, "");
    }
}
