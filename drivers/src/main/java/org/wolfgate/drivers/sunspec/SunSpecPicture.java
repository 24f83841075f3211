package org.wolfgate.drivers.sunspec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.ModbusLine;

/**
 * What bringing up needs of a SunSpec device's measurement: its single phases, as its registers have them. What the device
 * does not implement is absent.
 *
 * @param model the number of the model that was read
 * @param voltages L1 to L3 to neutral, in mV
 * @param currents L1 to L3, in mA
 * @param powers L1 to L3, in W; absent from inverter models
 * @param power of all phases, in W
 */
public record SunSpecPicture(
        int model,
        List<Optional<Long>> voltages,
        List<Optional<Long>> currents,
        List<Optional<Long>> powers,
        Optional<Long> power) {

    public SunSpecPicture {
        voltages = List.copyOf(voltages);
        currents = List.copyOf(currents);
        powers = List.copyOf(powers);
    }

    /** Reads the measurement that a configured meter of this unit would read; the reason if there is none. */
    public static Reading<SunSpecPicture> read(ModbusLine line, int unit) {
        SunSpecDevice device = new SunSpecDevice(line, unit);
        Reading<FoundModel> model = SunSpecMeter.measurement(device, 1);
        return model.value()
                .map(found -> device.read(found).map(SunSpecPicture::of))
                .orElseGet(() -> Reading.missing(model.reason()));
    }

    private static SunSpecPicture of(ModelData data) {
        return new SunSpecPicture(
                data.model().id(),
                phases(data, "PhVph", 3),
                phases(data, "Aph", 3),
                phases(data, "Wph", 0),
                value(data, "W", 0));
    }

    private static List<Optional<Long>> phases(ModelData data, String point, int decimals) {
        return Stream.of("A", "B", "C")
                .map(phase -> value(data, point + phase, decimals))
                .toList();
    }

    private static Optional<Long> value(ModelData data, String point, int decimals) {
        return ModelTable.points(data.model().id()).containsKey(point)
                ? data.value(point)
                        .map(value -> value.movePointRight(decimals).setScale(0, RoundingMode.HALF_EVEN))
                        .filter(value -> value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0)
                        .map(BigDecimal::longValueExact)
                : Optional.empty();
    }
}
