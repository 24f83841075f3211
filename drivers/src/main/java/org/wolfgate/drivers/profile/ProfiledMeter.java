package org.wolfgate.drivers.profile;

import java.util.Map;
import java.util.Optional;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.Frequency;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.PointReader;

/** A meter of a known make behind a Modbus line. */
final class ProfiledMeter implements Meter {

    private static final long LEAST_MILLIHERTZ = 40_000;
    private static final long MOST_MILLIHERTZ = 70_000;

    private final MeterProfile profile;
    private final boolean inverted;
    private final PointReader reader;

    /**
     * A meter that has not been asked yet.
     *
     * @param inverted whether it is mounted the other way round, so that its export is the node's import
     */
    ProfiledMeter(MeterProfile profile, ModbusLine line, int unit, boolean inverted) {
        this.profile = profile;
        this.inverted = inverted;
        this.reader = new PointReader(line, unit, profile.points(), profile.mergeGap(), profile.mostWords());
    }

    @Override
    public Optional<Energy> registerModulus() {
        return profile.registerModulus();
    }

    @Override
    public MeterReading read() {
        Map<Point, Reading<Long>> readings = reader.read();
        boolean negate = profile.importPositive() != inverted;
        Reading<Energy> exported = energy(readings, profile.exported(), "exported");
        Reading<Energy> imported = energy(readings, profile.imported(), "imported");
        return new MeterReading(
                reading(readings, Optional.of(profile.power()), "power")
                        .map(watts -> new ActivePower(negate ? -watts : watts)),
                frequency(reading(readings, profile.frequency(), "frequency")),
                inverted ? imported : exported,
                inverted ? exported : imported);
    }

    private static Reading<Frequency> frequency(Reading<Long> reading) {
        if (reading.value().isEmpty()) {
            return Reading.missing(reading.reason());
        }
        long millihertz = reading.value().get();
        if (millihertz < 0 || millihertz > Integer.MAX_VALUE) {
            return Reading.missing("frequency out of all range; check type, word order and address");
        }
        Frequency frequency = new Frequency((int) millihertz);
        return millihertz < LEAST_MILLIHERTZ || millihertz > MOST_MILLIHERTZ
                ? Reading.suspect(frequency, "frequency of " + frequency + "; check type, word order and address")
                : Reading.good(frequency);
    }

    private static Reading<Energy> energy(Map<Point, Reading<Long>> readings, Optional<Point> point, String name) {
        Reading<Long> reading = reading(readings, point, name);
        return reading.value().filter(wattHours -> wattHours < 0).isPresent()
                ? Reading.missing("the register of " + name + " energy is negative; check type, word order and address")
                : reading.map(Energy::new);
    }

    private static Reading<Long> reading(Map<Point, Reading<Long>> readings, Optional<Point> point, String name) {
        return point.flatMap(one -> Optional.ofNullable(readings.get(one)))
                .orElseGet(() -> Reading.missing("this make of meter has no register for " + name));
    }
}
