package org.wolfgate.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/** Devices in which register n holds n. */
record Numbered(IntPredicate units) implements RegisterImage {

    @Override
    public boolean serves(int unit) {
        return units.test(unit);
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        return Optional.of(IntStream.range(address, address + count).boxed().toList());
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        return true;
    }
}
