package org.wolfgate.drivers.modbus;

import java.util.List;
import java.util.Optional;

/** The registers that a {@link ModbusServer} serves. Called from the server's threads. */
public interface RegisterImage {

    /** Whether a unit is behind this server. Others are answered as by a gateway: target did not respond. */
    boolean serves(int unit);

    /**
     * Registers of one moment, as many as asked for.
     *
     * @return empty if there is no such address
     */
    Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count);

    /**
     * Discrete inputs of one moment, as many as asked for.
     *
     * @return empty if there is no such address
     */
    default Optional<List<Boolean>> inputs(int unit, int address, int count) {
        return Optional.empty();
    }

    /**
     * Takes new values for holding registers.
     *
     * @return false if they cannot be written there
     */
    boolean write(int unit, int address, List<Integer> words);
}
