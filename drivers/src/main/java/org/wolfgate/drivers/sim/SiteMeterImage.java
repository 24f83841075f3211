package org.wolfgate.drivers.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.profile.Expected;
import org.wolfgate.drivers.profile.MeterProfile;

/** The registers of any profiled meter: every point of its profile holds what the model shows, all else is zero. */
final class SiteMeterImage implements SiteDevice {

    private final MeterProfile profile;
    private final MeterTerminals terminals;
    private final boolean turned;

    /**
     * The image of a meter.
     *
     * @param inverted whether it faces the other way
     */
    SiteMeterImage(MeterProfile profile, MeterTerminals terminals, boolean inverted) {
        this.profile = profile;
        this.terminals = terminals;
        this.turned = profile.importPositive() != inverted;
    }

    @Override
    public Optional<List<Integer>> read(RegisterTable table, int address, int count) {
        Map<Integer, Integer> words = new HashMap<>();
        fill(words, table);
        profile.identity().filter(one -> isAskedAlone(one, address, count)).ifPresent(one -> put(words, table, one));
        boolean known = IntStream.range(address, address + count).anyMatch(words::containsKey);
        boolean inside = words.keySet().stream().anyMatch(at -> at >= address - 64 && at < address + count + 64);
        return known || inside
                ? Optional.of(IntStream.range(address, address + count)
                        .mapToObj(at -> words.getOrDefault(at, 0))
                        .toList())
                : Optional.empty();
    }

    @Override
    public boolean write(int address, List<Integer> words) {
        return false;
    }

    /** Carlo Gavazzi's number of the make lies inside a voltage, and shows only where it is asked for by itself. */
    private static boolean isAskedAlone(Expected register, int address, int count) {
        Point point = register.point();
        return address == point.address() && count == point.encoding().type().words();
    }

    private void fill(Map<Integer, Integer> words, RegisterTable table) {
        MeterModel meter = terminals.meter();
        boolean swapped = turned != profile.importPositive();
        long exported = meter.exported().wattHours();
        long imported = meter.imported().wattHours();
        put(words, table, Optional.of(profile.power()), signed(terminals.watts()));
        put(words, table, profile.frequency(), meter.frequency().millihertz());
        put(words, table, profile.exported(), swapped ? imported : exported);
        put(words, table, profile.imported(), swapped ? exported : imported);
        for (int phase = 0; phase < 3; phase++) {
            double volts = terminals.volts(phase);
            put(words, table, at(profile.phases().voltages(), phase), Math.round(volts * 1_000));
            put(words, table, at(profile.phases().lineVoltages(), phase), Math.round(volts * Math.sqrt(3) * 1_000));
            put(words, table, at(profile.phases().currents(), phase), terminals.milliamperes(phase));
            put(words, table, at(profile.phases().powers(), phase), signed(terminals.watts(phase)));
        }
        put(words, table, profile.phases().apparent(), Math.abs(terminals.watts()));
        profile.phases().rotation().ifPresent(one -> put(words, table, Optional.of(one.point()), one.right()));
        profile.quirkPoints().mode().ifPresent(one -> put(words, table, one));
    }

    private static Optional<Point> at(List<Point> points, int phase) {
        return phase < points.size() ? Optional.of(points.get(phase)) : Optional.empty();
    }

    private long signed(long injection) {
        return turned ? -injection : injection;
    }

    private static void put(Map<Integer, Integer> words, RegisterTable table, Expected register) {
        register.values().stream()
                .findFirst()
                .ifPresent(value -> put(words, table, Optional.of(register.point()), value));
    }

    /** A quantity that does not fit its register shows as zero, as it would on a real display that overflowed. */
    private static void put(Map<Integer, Integer> words, RegisterTable table, Optional<Point> point, long value) {
        point.filter(one -> one.table() == table).ifPresent(one -> {
            List<Integer> encoded = one.encoding()
                    .encodeDown(value)
                    .orElseGet(() ->
                            java.util.Collections.nCopies(one.encoding().type().words(), 0));
            IntStream.range(0, encoded.size()).forEach(i -> words.put(one.address() + i, encoded.get(i)));
        });
    }
}
