package org.wolfgate.drivers.profile;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wolfgate.drivers.ActivePower;
import org.wolfgate.drivers.Bus;
import org.wolfgate.drivers.Contact;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.LineSettings;
import org.wolfgate.drivers.Meter;
import org.wolfgate.drivers.PowerLimit;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.sunspec.SunSpecKeys;
import org.wolfgate.drivers.yaml.Problems;
import org.wolfgate.drivers.yaml.Section;

/**
 * A Modbus line of any kind as configured, with the devices on it.
 *
 * @param line makes the line when it is opened
 * @param makes the profiles of the meters that have one
 * @param meters how to make each meter, given the open line
 * @param limits how to make each set-point, given the open line
 * @param contacts how to make each contact, given the open line
 * @param reactive the meters that are asked for reactive power and voltage
 */
record ModbusLineSettings(
        Supplier<ModbusLine> line,
        Profiles profiles,
        Map<String, MeterProfile> makes,
        Map<String, Function<ModbusLine, Meter>> meters,
        Map<String, Function<ModbusLine, PowerLimit>> limits,
        Map<String, Function<ModbusLine, Contact>> contacts,
        Set<String> reactive)
        implements LineSettings {

    ModbusLineSettings {
        makes = Map.copyOf(makes);
        meters = Map.copyOf(meters);
        limits = Map.copyOf(limits);
        contacts = Map.copyOf(contacts);
        reactive = Set.copyOf(reactive);
    }

    @Override
    public LineSettings withMeter(String id, Section keys) {
        int unit = unit(keys);
        boolean inverted = keys.optional("inverted", Numbers::flag).orElse(false);
        Map<String, Function<ModbusLine, Meter>> more = new HashMap<>(meters);
        Map<String, MeterProfile> known = new HashMap<>(makes);
        if (describesItself(keys)) {
            more.put(id, SunSpecKeys.meter(unit, inverted, keys));
            return new ModbusLineSettings(line, profiles, known, more, limits, contacts, reactive);
        }
        Set<String> vars = new HashSet<>(reactive);
        profile(keys, profiles::meter).ifPresent(profile -> {
            Optional<ReactivePoints> points = ReactivePoints.read(keys, profile);
            more.put(id, open -> new ProfiledMeter(profile, open, unit, inverted, points));
            known.put(id, profile);
            points.ifPresent(asked -> vars.add(id));
        });
        return new ModbusLineSettings(line, profiles, known, more, limits, contacts, vars);
    }

    @Override
    public LineSettings withLimit(String id, ActivePower rating, Section keys) {
        int unit = unit(keys);
        Map<String, Function<ModbusLine, PowerLimit>> more = new HashMap<>(limits);
        if (describesItself(keys)) {
            more.put(id, SunSpecKeys.limit(unit, rating, keys));
            return new ModbusLineSettings(line, profiles, makes, meters, more, contacts, reactive);
        }
        profile(keys, (name, problems) -> profiles.plant(name, rating, problems))
                .ifPresent(profile -> more.put(id, open -> new ProfiledLimit(profile, rating, open, unit)));
        return new ModbusLineSettings(line, profiles, makes, meters, more, contacts, reactive);
    }

    @Override
    public LineSettings withContact(String id, Section keys) {
        Map<String, Function<ModbusLine, Contact>> more = new HashMap<>(contacts);
        more.put(id, ContactKeys.read(id, unit(keys), keys));
        return new ModbusLineSettings(line, profiles, makes, meters, limits, more, reactive);
    }

    @Override
    public Optional<Energy> registerModulus(String meter) {
        return Optional.ofNullable(makes.get(meter)).flatMap(MeterProfile::registerModulus);
    }

    @Override
    public boolean measuresReactive(String meter) {
        return reactive.contains(meter);
    }

    @Override
    public Duration energyPeriod(String meter) {
        return Optional.ofNullable(makes.get(meter))
                .map(MeterProfile::energyPeriod)
                .orElse(Duration.ZERO);
    }

    @Override
    public Bus open() {
        return new ModbusBus(line.get(), meters, limits, contacts);
    }

    private static boolean describesItself(Section keys) {
        return keys.optional("profile", Function.identity())
                .filter(SunSpecKeys.PROFILE::equals)
                .isPresent();
    }

    private static int unit(Section keys) {
        return keys.optional("unit", text -> Numbers.within(text, 0, 255)).orElse(1);
    }

    private interface Finder<T> {
        Optional<T> find(String name, Problems problems);
    }

    /** The profile that the keys name; what is wrong with it is reported where it is named. */
    private static <T> Optional<T> profile(Section keys, Finder<T> finder) {
        String name = keys.text("profile");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        Optional<T> profile = finder.find(name, problems);
        problems.list().forEach(problem -> keys.problemAt("profile", place(problem), problem.todo()));
        return profile;
    }

    private static String place(org.wolfgate.drivers.yaml.Problem problem) {
        return problem.file() + ":" + problem.line() + ":" + problem.column() + ": " + problem.what();
    }
}
