package org.wolfgate.drivers.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.Reading;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.PointReader;
import org.wolfgate.drivers.modbus.Request;

/** The set-point of a plant of a known make behind a Modbus line. */
final class ProfiledLimit implements PowerLimit {

    private final PlantProfile profile;
    private final ActivePower rating;
    private final ModbusLine line;
    private final int unit;
    private final WriteBudget budget;

    ProfiledLimit(PlantProfile profile, ActivePower rating, ModbusLine line, int unit) {
        this(profile, rating, line, unit, System::nanoTime);
    }

    ProfiledLimit(PlantProfile profile, ActivePower rating, ModbusLine line, int unit, LongSupplier nanos) {
        this.profile = profile;
        this.rating = rating;
        this.line = line;
        this.unit = unit;
        this.budget = new WriteBudget(profile.wear().writesPerDay(), nanos);
    }

    @Override
    public Reading<ActivePower> apply(ActivePower cap) {
        ActivePower wanted = cap.max(ActivePower.ZERO).min(rating);
        Optional<List<Integer>> words = profile.setPoint().encoding().encodeDown(wanted.watts());
        if (words.isEmpty()) {
            return Reading.missing(where() + wanted + " does not fit the register; check the unit in the profile");
        }
        Reading<Long> written = profile.setPoint().encoding().decode(words.get());
        if (profile.wearsOut()) {
            Optional<Reading<ActivePower>> spared = spared(wanted, written.map(ActivePower::new));
            if (spared.isPresent()) {
                return spared.get();
            }
        }
        return written(words.get(), written);
    }

    /** What a plant holds that need not, or must not, be written again; empty if it has to be written. */
    private Optional<Reading<ActivePower>> spared(ActivePower wanted, Reading<ActivePower> written) {
        Reading<ActivePower> held = readBack();
        if (!held.isGood() || written.value().isEmpty()) {
            return Optional.empty();
        }
        ActivePower now = held.value().orElseThrow();
        ActivePower next = written.value().orElseThrow();
        boolean released = wanted.equals(rating);
        if (now.equals(next) || (!released && profile.wear().within(now, next))) {
            return Optional.of(held);
        }
        if (budget.allows(now, next)) {
            return Optional.empty();
        }
        return Optional.of(Reading.suspect(
                now,
                where() + "the plant holds " + now + " instead of " + next
                        + ": its " + profile.wear().writesPerDay()
                        + " writes of a day are spent, and only stricter set-points"
                        + " are written until tomorrow"));
    }

    private Reading<ActivePower> written(List<Integer> words, Reading<Long> written) {
        budget.spend();
        Answer answer = line.exchange(write(words));
        return answer instanceof Answer.Written ? confirmed(written) : Reading.missing(where() + reason(answer));
    }

    private Reading<ActivePower> confirmed(Reading<Long> written) {
        Reading<ActivePower> held = readBack();
        if (held.isGood() && !held.map(ActivePower::watts).equals(written)) {
            String wrote = written.map(ActivePower::new)
                    .value()
                    .map(ActivePower::toString)
                    .orElse("");
            return held.value()
                    .map(value -> Reading.suspect(value, where() + "wrote " + wrote + " but the plant holds " + value))
                    .orElse(held);
        }
        return held;
    }

    @Override
    public Reading<ActivePower> readBack() {
        return read(profile.readBack());
    }

    @Override
    public Reading<ActivePower> available() {
        return profile.available().map(this::read).orElseGet(PowerLimit.super::available);
    }

    private Reading<ActivePower> read(Point point) {
        Reading<Long> reading = new PointReader(line, unit, List.of(point), 0, Request.MOST_WORDS_READ)
                .read()
                .values()
                .iterator()
                .next();
        return reading.map(ActivePower::new);
    }

    private Request write(List<Integer> words) {
        int address = profile.setPoint().address();
        return profile.singleWrites()
                ? new Request.WriteOne(unit, address, words.get(0))
                : new Request.WriteMany(unit, address, words);
    }

    private static String reason(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return "the write was refused with " + refused.reason();
        }
        return answer instanceof Answer.Failed failed
                ? "written, but it is not known whether it arrived: " + failed.reason()
                : "words came as the answer to a write";
    }

    private String where() {
        return "line " + line.label() + ", unit " + unit + ", "
                + profile.setPoint().label() + ": ";
    }
}
