package org.wolfgate.drivers.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Point;

/** What a profile's quirks make of the numbers of one visit: W and Wh, still with the meter's own sign. */
final class QuirkRules {

    private final MeterProfile profile;
    private final Map<Point, Reading<Long>> readings;
    private final Map<Point, Reading<Long>> setUp;

    QuirkRules(MeterProfile profile, Map<Point, Reading<Long>> readings, Map<Point, Reading<Long>> setUp) {
        this.profile = profile;
        this.readings = readings;
        this.setUp = setUp;
    }

    Reading<Long> power() {
        Reading<Long> plain = reading(Optional.of(profile.power()), "power");
        Reading<Long> signed = profile.quirks().contains(Quirk.UNSIGNED_POWER) ? signed(plain) : plain;
        return profile.quirkPoints().mode().map(mode -> inMode(signed, mode)).orElse(signed);
    }

    Reading<Long> frequency() {
        return reading(profile.frequency(), "frequency");
    }

    Reading<Long> exported() {
        return energy(profile.exported(), profile.quirkPoints().exportedToo(), "exported");
    }

    Reading<Long> imported() {
        return energy(profile.imported(), profile.quirkPoints().importedToo(), "imported");
    }

    private Reading<Long> signed(Reading<Long> magnitude) {
        Optional<Direction> direction = profile.quirkPoints().direction();
        if (direction.isEmpty()) {
            return doubted(magnitude, "this make of meter does not say which way power flows");
        }
        Reading<Long> bits = reading(direction.map(Direction::point), "direction");
        boolean negative = bits.value().filter(direction.get()::exports).isPresent() == profile.importPositive();
        return bits.isGood() ? magnitude.map(watts -> negative ? -watts : watts) : bits;
    }

    private Reading<Long> inMode(Reading<Long> power, Expected mode) {
        Optional<Long> found = known(mode.point()).value();
        return found.filter(value -> !mode.values().contains(value))
                .map(value -> doubted(power, mode.point().label() + " is " + value + "; " + mode.otherwise()))
                .orElse(power);
    }

    private Reading<Long> energy(Optional<Point> point, Optional<Point> more, String name) {
        Reading<Long> first = reading(point, name);
        Reading<Long> sum = more.isPresent() ? both(first, reading(more, name + "-too"), Math::addExact) : first;
        return profile.quirkPoints()
                .energyFormat()
                .map(format -> both(sum, known(format), QuirkRules::formatted))
                .orElse(sum);
    }

    private static Reading<Long> both(Reading<Long> first, Reading<Long> second, BinaryOperator<Long> join) {
        return second.value()
                .map(two -> first.map(one -> join.apply(one, two)))
                .orElse(first.isGood() ? second : first);
    }

    /** Digits into Wh: bits 4 to 6 are the power of ten of the unit, bits 0 to 2 the decimals (EIG Shark 200 manual). */
    private static long formatted(long digits, long format) {
        int exponent = (int) (format >> 4 & 7) - (int) (format & 7);
        return BigDecimal.valueOf(digits)
                .scaleByPowerOfTen(exponent)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static Reading<Long> doubted(Reading<Long> reading, String reason) {
        return reading.isGood()
                ? reading.value().map(v -> Reading.suspect(v, reason)).orElse(reading)
                : reading;
    }

    private Reading<Long> known(Point point) {
        return Optional.ofNullable(setUp.get(point)).orElseGet(() -> Reading.missing("not read yet: " + point.label()));
    }

    private Reading<Long> reading(Optional<Point> point, String name) {
        return point.flatMap(one -> Optional.ofNullable(readings.get(one)))
                .orElseGet(() -> Reading.missing("this make of meter has no register for " + name));
    }
}
