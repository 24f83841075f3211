package org.wolfgate.drivers.sim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;

/**
 * A simulated meter as a Schneider PM5500 shows itself: function 3, power in kW with import positive, counters in Wh.
 * Answers as unit 1 or 255, as that meter does over TCP.
 */
final class MeterImage implements RegisterImage {

    private static final int END_OF_MAP = 5_000;
    private static final int UNUSED_REGISTER = 0x8000;

    private final MeterModel meter;
    private final Lock lock;

    /**
     * The image of a meter.
     *
     * @param lock held while the meter's model is looked at
     */
    MeterImage(MeterModel meter, Lock lock) {
        this.meter = meter;
        this.lock = lock;
    }

    @Override
    public boolean serves(int unit) {
        return unit == 1 || unit == 255;
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        if (table != RegisterTable.HOLDING || address + count > END_OF_MAP) {
            return Optional.empty();
        }
        return Optional.of(map().words(address, count));
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        return false;
    }

    private RegisterMap map() {
        lock.lock();
        try {
            return new RegisterMap(UNUSED_REGISTER)
                    .f32(3059, BigDecimal.valueOf(-meter.power().watts(), 3).floatValue())
                    .f32(3109, meter.frequency().hertz().floatValue())
                    .s64(3203, meter.imported().wattHours())
                    .s64(3207, meter.exported().wattHours());
        } finally {
            lock.unlock();
        }
    }
}
