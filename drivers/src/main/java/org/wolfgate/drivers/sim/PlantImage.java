package org.wolfgate.drivers.sim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/**
 * A simulated plant controller, unit 1: set-point at 1000 (written whole, with function 16), available power at 1010,
 * rating at 1012, output at 1014; all u32 in kW. The set-point outlives connections.
 */
final class PlantImage implements RegisterImage {

    private static final int SET_POINT = 1000;
    private static final int FIRST = 1000;
    private static final int END = 1016;

    private final PlantModel plant;
    private final Lock lock;

    /**
     * The image of a plant.
     *
     * @param lock held while the plant's model is looked at or commanded
     */
    PlantImage(PlantModel plant, Lock lock) {
        this.plant = plant;
        this.lock = lock;
    }

    @Override
    public boolean serves(int unit) {
        return unit == 1;
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        if (table != RegisterTable.HOLDING || address < FIRST || address + count > END) {
            return Optional.empty();
        }
        lock.lock();
        try {
            return Optional.of(new RegisterMap(0)
                    .u32(SET_POINT, kilowatts(plant.setPoint()))
                    .u32(1010, kilowatts(plant.available()))
                    .u32(1012, kilowatts(plant.rating()))
                    .u32(1014, kilowatts(plant.output()))
                    .words(address, count));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        if (address != SET_POINT || words.size() != 2) {
            return false;
        }
        lock.lock();
        try {
            return plant.command(ActivePower.ofKilowatts((long) words.get(0) << 16 | words.get(1)));
        } finally {
            lock.unlock();
        }
    }

    private static long kilowatts(ActivePower power) {
        return power.watts() / 1_000;
    }
}
