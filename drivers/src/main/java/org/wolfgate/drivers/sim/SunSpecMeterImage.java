package org.wolfgate.drivers.sim;

import java.util.List;
import java.util.Optional;
import org.wolfgate.drivers.modbus.RegisterTable;

/** A simulated SunSpec meter: models 1 and 203 (three phases, four wires) from 40000 on. Positive power is injection. */
final class SunSpecMeterImage implements SiteDevice {

    private static final int MODEL = 40_070;
    private static final int LENGTH = 105;
    private static final int END = MODEL + 2 + LENGTH;
    private static final int ABSENT = 0x8000;

    /** Steps of 10 kW: what 16 bits hold on a medium-voltage feeder. */
    private static final int POWER_SCALE = 4;

    private static final int ENERGY_SCALE = 3;

    private final MeterTerminals terminals;
    private final boolean turned;

    /**
     * The image of a meter.
     *
     * @param turned whether it faces the other way
     */
    SunSpecMeterImage(MeterTerminals terminals, boolean turned) {
        this.terminals = terminals;
        this.turned = turned;
    }

    @Override
    public Optional<List<Integer>> read(RegisterTable table, int address, int count) {
        return table == RegisterTable.HOLDING && address >= 40_000 && address + count <= END + 2
                ? Optional.of(map().words(address, count))
                : Optional.empty();
    }

    @Override
    public boolean write(int address, List<Integer> words) {
        return false;
    }

    private RegisterMap map() {
        RegisterMap map = SunSpecInverter.common(ABSENT, "simulated meter")
                .u16(MODEL, 203)
                .u16(MODEL + 1, LENGTH)
                .u16(MODEL + 6, 0)
                .u16(MODEL + 15, 0)
                .u16(MODEL + 16, Math.round(terminals.meter().frequency().millihertz() / 10.0))
                .u16(MODEL + 17, -2)
                .u16(MODEL + 18, watts(terminals.watts()))
                .u16(MODEL + 22, POWER_SCALE)
                .u32(
                        MODEL + (turned ? 46 : 38),
                        kilowattHours(terminals.meter().exported().wattHours()))
                .u32(
                        MODEL + (turned ? 38 : 46),
                        kilowattHours(terminals.meter().imported().wattHours()))
                .u16(MODEL + 54, ENERGY_SCALE)
                .u16(END, 0xFFFF)
                .u16(END + 1, 0);
        for (int phase = 0; phase < 3; phase++) {
            map.u16(MODEL + 3 + phase, Math.round(terminals.milliamperes(phase) / 1_000.0))
                    .u16(MODEL + 8 + phase, Math.round(terminals.volts(phase)))
                    .u16(MODEL + 19 + phase, watts(terminals.watts(phase)));
        }
        return map;
    }

    private long watts(long injected) {
        return Math.round((turned ? -injected : injected) / 10_000.0);
    }

    /** SunSpec's accumulators start again after 32 bits. */
    private static long kilowattHours(long wattHours) {
        return wattHours / 1_000 & 0xFFFF_FFFFL;
    }
}
