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

    /** In mHz: the grid runs at 50 or 60 Hz; beyond these bounds the registers are read wrongly. */
    private static final long LEAST_CREDIBLE = 40_000;

    private static final long MOST_CREDIBLE = 70_000;

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
    public MeterReading read() {
        Map<Point, Reading<Long>> readings = reader.read();
        boolean negate = profile.importPositive() != inverted;
        Reading<Energy> exported = energy(readings, profile.exported(), "exported");
        Reading<Energy> imported = energy(readings, profile.imported(), "imported");
        return new MeterReading(
                reading(readings, Optional.of(profile.power()), "power")
                        .map(watts -> new ActivePower(negate ? -watts : watts)),
                frequency(readings),
                inverted ? imported : exported,
                inverted ? exported : imported);
    }

    private Reading<Frequency> frequency(Map<Point, Reading<Long>> readings) {
        Reading<Long> reading = reading(readings, profile.frequency(), "frequency");
        long millihertz = reading.value().orElse(0L);
        if (reading.isGood() && (millihertz < 0 || millihertz > MOST_CREDIBLE * 10)) {
            return Reading.missing(implausible(profile.frequency(), millihertz + " mHz"));
        }
        Reading<Frequency> frequency = reading.map(value -> new Frequency(value.intValue()));
        boolean credible = millihertz >= LEAST_CREDIBLE && millihertz <= MOST_CREDIBLE;
        return frequency.isGood() && !credible
                ? frequency
                        .value()
                        .map(value -> Reading.suspect(value, implausible(profile.frequency(), value.toString())))
                        .orElse(frequency)
                : frequency;
    }

    private Reading<Energy> energy(Map<Point, Reading<Long>> readings, Optional<Point> point, String name) {
        Reading<Long> reading = reading(readings, point, name);
        long wattHours = reading.value().orElse(0L);
        return wattHours < 0
                ? Reading.missing(implausible(point, "negative, " + wattHours + " Wh"))
                : reading.map(Energy::new);
    }

    private String implausible(Optional<Point> point, String seen) {
        return point.map(reader::where).orElse("") + seen + "; check type, word order and address";
    }

    private static Reading<Long> reading(Map<Point, Reading<Long>> readings, Optional<Point> point, String name) {
        return point.flatMap(one -> Optional.ofNullable(readings.get(one)))
                .orElseGet(() -> Reading.missing("this make of meter has no register for " + name));
    }
}
