package org.wolfgate.drivers.sim;

import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.RegisterTable;

/** The registers of one simulated device on its line. */
interface SiteDevice {

    /** The registers, all of one moment; empty if they are not all there. */
    Optional<List<Integer>> read(RegisterTable table, int address, int count);

    /** Takes registers, all or none; false is an exception to the client. */
    boolean write(int address, List<Integer> words);
}
