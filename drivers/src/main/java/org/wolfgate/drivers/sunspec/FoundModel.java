package org.wolfgate.drivers.sunspec;

/**
 * A model in a device.
 *
 * @param start the register of its id
 * @param length as the device gives it: the registers after the length itself. Older revisions are shorter than the table
 */
record FoundModel(int id, int start, int length) {

    /** Where the next model starts. */
    int next() {
        return start + 2 + length;
    }

    /** Whether the device's own length leaves room for the point. */
    boolean has(ModelPoint point) {
        return point.end() <= 2 + length;
    }
}
