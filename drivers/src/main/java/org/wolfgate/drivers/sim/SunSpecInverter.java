package org.wolfgate.drivers.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.sim.InverterModel.Ceiling;

/**
 * A simulated SunSpec inverter, unit 1, marker at 40000. It has either the models 1, 103, 120 to 123, or those of IEEE
 * 1547-2018: 1, 701, 702, 704. Time passes only in {@link #step}.
 */
public final class SunSpecInverter implements RegisterImage, SiteDevice {

    /** Which models it has, and so how its limit ends when nobody refreshes it. */
    public enum Models {
        /** The limit is gone when its timer runs out. */
        IMMEDIATE_123,
        /** The limit falls back to a revert limit when its timer runs out. */
        DER_704
    }

    private static final int ABSENT = 0xFFFF;
    private static final int COMMON = 40_002;
    private static final int FIRST = 40_070;
    private static final int CONTROL_123 = 40_228;
    private static final int CONTROL_704 = 40_277;
    private static final int END_123 = 40_254;
    private static final int END_704 = 40_344;

    private final Models models;
    private final InverterModel inverter;
    private Frequency frequency = new Frequency(50_000);

    public SunSpecInverter(Models models, ActivePower rating) {
        this.models = models;
        this.inverter = new InverterModel(rating);
    }

    /** Lets time pass. */
    public synchronized void step(Duration time) {
        inverter.step(time);
    }

    /** What sun or wind offer from now on. */
    public synchronized void available(ActivePower power) {
        inverter.available(power);
    }

    /** What the grid runs at from now on; 50 Hz at first. */
    public synchronized void frequency(Frequency grid) {
        frequency = grid;
    }

    public synchronized ActivePower output() {
        return new ActivePower(inverter.output());
    }

    @Override
    public boolean serves(int unit) {
        return unit == 1;
    }

    @Override
    public Optional<List<Integer>> read(int unit, RegisterTable table, int address, int count) {
        return read(table, address, count);
    }

    @Override
    public boolean write(int unit, int address, List<Integer> words) {
        return write(address, words);
    }

    @Override
    public synchronized Optional<List<Integer>> read(RegisterTable table, int address, int count) {
        int end = (models == Models.DER_704 ? END_704 : END_123) + 2;
        return table == RegisterTable.HOLDING && address >= 40_000 && address + count <= end
                ? Optional.of(map().words(address, count))
                : Optional.empty();
    }

    @Override
    public synchronized boolean write(int address, List<Integer> words) {
        int start = models == Models.DER_704 ? CONTROL_704 : CONTROL_123;
        return IntStream.range(0, words.size())
                .allMatch(i -> models == Models.DER_704
                        ? write704(address + i - start, words.get(i))
                        : write123(address + i - start, words.get(i)));
    }

    private boolean write123(int offset, int word) {
        Ceiling now = inverter.ceiling();
        switch (offset) {
            case 5 -> {
                if (word > 10_000) {
                    return false;
                }
                inverter.limit(new Ceiling(word, now.on()));
            }
            case 6, 8 -> {}
            case 7 -> inverter.timer(word);
            case 9 -> inverter.limit(new Ceiling(now.hundredths(), word == 1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean write704(int offset, int word) {
        Ceiling now = inverter.ceiling();
        Ceiling revert = inverter.revert();
        switch (offset) {
            case 14 -> inverter.limit(new Ceiling(now.hundredths(), word == 1));
            case 15 -> inverter.limit(new Ceiling(word, now.on()));
            case 16 -> inverter.revertTo(new Ceiling(word, revert.on()));
            case 17 -> inverter.revertTo(new Ceiling(revert.hundredths(), word == 1));
            case 18 -> inverter.timer((long) word << 16);
            case 19 -> inverter.timer((inverter.timerSeconds() & 0xFFFF_0000L) | word);
            default -> {
                return false;
            }
        }
        return true;
    }

    private RegisterMap map() {
        RegisterMap map = common(ABSENT, "simulated inverter");
        return models == Models.DER_704 ? control704(der(map)) : control123(ratings(immediate(map)));
    }

    /**
     * Marker and model 1, from 40000 to 40069.
     *
     * @param elsewhere what registers show that are not filled
     */
    static RegisterMap common(int elsewhere, String model) {
        return new RegisterMap(elsewhere)
                .text(40_000, 2, "SunS")
                .u16(COMMON, 1)
                .u16(COMMON + 1, 66)
                .text(COMMON + 2, 16, "wolfgate")
                .text(COMMON + 18, 16, model)
                .text(COMMON + 42, 8, "1.0")
                .text(COMMON + 50, 16, "0001");
    }

    /** The least power of ten, from kW on, in which 16 bits with a sign hold the rating. */
    private int powerScale() {
        int scale = 3;
        while (steps(inverter.rating(), scale) > Short.MAX_VALUE) {
            scale++;
        }
        return scale;
    }

    private long steps(long watts, int scale) {
        return watts / (long) Math.pow(10, scale);
    }

    private long steps(long watts) {
        return steps(watts, powerScale());
    }

    private RegisterMap immediate(RegisterMap map) {
        return map.u16(FIRST, 103)
                .u16(FIRST + 1, 50)
                .u16(FIRST + 14, steps(inverter.output()))
                .u16(FIRST + 15, powerScale())
                .u16(FIRST + 16, frequency.millihertz() / 10)
                .u16(FIRST + 17, -2)
                .u32(FIRST + 24, inverter.exportedWattHours())
                .u16(FIRST + 26, 0);
    }

    private RegisterMap ratings(RegisterMap map) {
        return map.u16(40_122, 120)
                .u16(40_123, 26)
                .u16(40_125, steps(inverter.rating()))
                .u16(40_126, powerScale())
                .u16(40_150, 121)
                .u16(40_151, 30)
                .u16(40_152, steps(inverter.rating()))
                .u16(40_172, powerScale())
                .u16(40_182, 122)
                .u16(40_183, 44)
                .u16(40_213, steps(inverter.available()))
                .u16(40_214, powerScale());
    }

    private RegisterMap control123(RegisterMap map) {
        return map.u16(CONTROL_123, 123)
                .u16(CONTROL_123 + 1, 24)
                .u16(CONTROL_123 + 5, inverter.ceiling().hundredths())
                .u16(CONTROL_123 + 6, 0)
                .u16(CONTROL_123 + 7, inverter.timerSeconds())
                .u16(CONTROL_123 + 8, 0)
                .u16(CONTROL_123 + 9, inverter.ceiling().on() ? 1 : 0)
                .u16(CONTROL_123 + 23, -2)
                .u16(END_123 + 1, 0);
    }

    private RegisterMap der(RegisterMap map) {
        return map.u16(FIRST, 701)
                .u16(FIRST + 1, 153)
                .u16(FIRST + 10, steps(inverter.output()))
                .u32(FIRST + 17, frequency.millihertz())
                .s64(FIRST + 19, inverter.exportedWattHours())
                .s64(FIRST + 23, 0)
                .u16(FIRST + 115, -3)
                .u16(FIRST + 116, powerScale())
                .u16(FIRST + 120, 0)
                .u16(40_225, 702)
                .u16(40_226, 50)
                .u16(40_251, steps(inverter.rating()))
                .u16(40_270, powerScale());
    }

    private RegisterMap control704(RegisterMap map) {
        return map.u16(CONTROL_704, 704)
                .u16(CONTROL_704 + 1, 65)
                .u16(CONTROL_704 + 14, inverter.ceiling().on() ? 1 : 0)
                .u16(CONTROL_704 + 15, inverter.ceiling().hundredths())
                .u16(CONTROL_704 + 16, inverter.revert().hundredths())
                .u16(CONTROL_704 + 17, inverter.revert().on() ? 1 : 0)
                .u32(CONTROL_704 + 18, inverter.timerSeconds())
                .u32(CONTROL_704 + 20, inverter.remainingSeconds())
                .u16(CONTROL_704 + 54, -2)
                .u16(END_704 + 1, 0);
    }
}
