package org.wolfgate.drivers.modbus;

/**
 * A run of registers that one request reads.
 *
 * @param address of the first, from 0
 * @param count 1 to 125
 */
record ReadBlock(RegisterTable table, int address, int count) {

    int end() {
        return address + count;
    }

    boolean contains(ReadBlock other) {
        return table == other.table && address <= other.address && other.end() <= end();
    }

    /** The shortest run that holds both. */
    ReadBlock spanning(ReadBlock other) {
        int first = Math.min(address, other.address);
        return new ReadBlock(table, first, Math.max(end(), other.end()) - first);
    }
}
