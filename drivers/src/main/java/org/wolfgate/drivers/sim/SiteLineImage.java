package org.wolfgate.drivers.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/** The devices on one line, by unit. A device that is absent is answered for as a gateway would. */
final class SiteLineImage implements RegisterImage {

    private final Map<Integer, SiteDevice> devices = new ConcurrentHashMap<>();
    private final Set<Integer> absent = ConcurrentHashMap.newKeySet();
    private final Lock lock;

    /**
     * An empty line.
     *
     * @param lock held while a model is looked at
     */
    SiteLineImage(Lock lock) {
        this.lock = lock;
    }

    void add(int unit, SiteDevice device) {
        devices.put(unit, device);
    }

    boolean holds(int unit) {
        return devices.containsKey(unit);
    }

    void absent(int unit, boolean away) {
        if (away) {
            absent.add(unit);
        } else {
            absent.remove(unit);
        }
    }

    @Override
    public boolean serves(int unit) {
        return !absent.contains(unit) && holds(unit);
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        lock.lock();
        try {
            return Optional.ofNullable(devices.get(unit)).flatMap(device -> device.read(table, address, count));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        lock.lock();
        try {
            return Optional.ofNullable(devices.get(unit))
                    .map(device -> device.write(address, words))
                    .orElse(false);
        } finally {
            lock.unlock();
        }
    }
}
