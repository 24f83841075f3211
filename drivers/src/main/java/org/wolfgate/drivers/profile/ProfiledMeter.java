package org.wolfgate.drivers.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final SetUp setUp;
    private final Optional<ReactivePoints> reactive;

    /** A meter whose vars nobody prices. */
    ProfiledMeter(MeterProfile profile, ModbusLine line, int unit, boolean inverted) {
        this(profile, line, unit, inverted, Optional.empty());
    }

    /**
     * A meter that has not been asked yet.
     *
     * @param inverted whether it is mounted the other way round, so that its export is the node's import
     * @param reactive what is read beside, where vars are priced
     */
    ProfiledMeter(
            MeterProfile profile, ModbusLine line, int unit, boolean inverted, Optional<ReactivePoints> reactive) {
        this.reactive = reactive;
        this.profile = profile;
        this.inverted = inverted;
        this.setUp = new SetUp(profile, line, unit);
        this.reader = new PointReader(line, unit, points(profile, reactive), profile.mergeGap(), profile.mostWords());
    }

    @Override
    public MeterReading read() {
        Map<Point, Reading<Long>> readings = reader.read();
        QuirkRules rules = new QuirkRules(profile, readings, setUp.ifAnswered(readings));
        boolean negate = profile.importPositive() != inverted;
        Reading<Energy> exported = energy(rules.exported(), profile.exported());
        Reading<Energy> imported = energy(rules.imported(), profile.imported());
        return new MeterReading(
                rules.power().map(watts -> new ActivePower(negate ? -watts : watts)),
                frequency(rules.frequency()),
                inverted ? imported : exported,
                inverted ? exported : imported,
                reactive.map(points -> points.of(readings, negate)));
    }

    private static List<Point> points(MeterProfile profile, Optional<ReactivePoints> reactive) {
        return Stream.concat(profile.points().stream(), reactive.stream().flatMap(more -> more.points().stream()))
                .toList();
    }

    private Reading<Frequency> frequency(Reading<Long> reading) {
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

    private Reading<Energy> energy(Reading<Long> reading, Optional<Point> point) {
        long wattHours = reading.value().orElse(0L);
        return wattHours < 0
                ? Reading.missing(implausible(point, "negative, " + wattHours + " Wh"))
                : reading.map(Energy::new);
    }

    private String implausible(Optional<Point> point, String seen) {
        return point.map(reader::where).orElse("") + seen + "; check type, word order and address";
    }
}
