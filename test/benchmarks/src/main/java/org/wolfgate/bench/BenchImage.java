package org.wolfgate.bench;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/** Fifty meters that show zero, and plants whose set-points, in kW at address 1000, are timed as they are written. */
final class BenchImage implements RegisterImage {

    private static final int SET_POINT = 1000;

    private final BlockingQueue<Written> written = new LinkedBlockingQueue<>();
    private final Map<Integer, List<Integer>> setPoints = new ConcurrentHashMap<>();

    private record Written(int kilowatts, long nanos) {}

    /** When a value was written, or an error if it was not in time. */
    long awaitSetPoint(int kilowatts, long time, TimeUnit unit) throws InterruptedException {
        while (true) {
            Written next = written.poll(time, unit);
            if (next == null) {
                throw new IllegalStateException("no set-point of " + kilowatts + " kW within " + time + " " + unit);
            }
            if (next.kilowatts() == kilowatts) {
                return next.nanos();
            }
        }
    }

    @Override
    public boolean serves(int unit) {
        return true;
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        List<Integer> zeros = Collections.nCopies(count, 0);
        return Optional.of(address == SET_POINT ? setPoints.getOrDefault(unit, zeros) : zeros);
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        setPoints.put(unit, List.copyOf(words));
        written.add(new Written(words.get(0) * 65_536 + words.get(1), System.nanoTime()));
        return true;
    }
}
