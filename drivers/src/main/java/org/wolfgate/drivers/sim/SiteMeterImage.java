package org.wolfgate.drivers.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.modbus.RegisterTable;
import org.wolfgate.drivers.profile.MeterProfile;

/** The registers of any profiled meter: every point of its profile holds what the model shows, all else is zero. */
final class SiteMeterImage {

    private static final double[] UNBALANCE = {1.000, 0.998, 1.003};

    private final MeterProfile profile;
    private final MeterModel meter;
    private final boolean turned;
    private final double phaseVolts;
    private Wiring wiring = Wiring.RIGHT;

    /**
     * The image of a meter.
     *
     * @param inverted whether it faces the other way
     * @param phaseVolts true voltage from phase to neutral, in V
     */
    SiteMeterImage(MeterProfile profile, MeterModel meter, boolean inverted, double phaseVolts) {
        this.profile = profile;
        this.meter = meter;
        this.turned = profile.importPositive() != inverted;
        this.phaseVolts = phaseVolts;
    }

    void wire(Wiring how) {
        wiring = how;
    }

    Optional<List<Integer>> read(RegisterTable table, int address, int count) {
        Map<Integer, Integer> words = new HashMap<>();
        fill(words, table);
        boolean known = IntStream.range(address, address + count).anyMatch(words::containsKey);
        boolean inside = words.keySet().stream().anyMatch(at -> at >= address - 64 && at < address + count + 64);
        return known || inside
                ? Optional.of(IntStream.range(address, address + count)
                        .mapToObj(at -> words.getOrDefault(at, 0))
                        .toList())
                : Optional.empty();
    }

    private void fill(Map<Integer, Integer> words, RegisterTable table) {
        boolean swapped = turned != profile.importPositive();
        long exported = meter.exported().wattHours();
        long imported = meter.imported().wattHours();
        put(words, table, Optional.of(profile.power()), signed(total()));
        put(words, table, profile.frequency(), meter.frequency().millihertz());
        put(words, table, profile.exported(), swapped ? imported : exported);
        put(words, table, profile.imported(), swapped ? exported : imported);
        for (int phase = 0; phase < 3; phase++) {
            double volts = wiring.voltage(phaseVolts) * UNBALANCE[phase];
            put(words, table, at(profile.phases().voltages(), phase), Math.round(volts * 1_000));
            put(words, table, at(profile.phases().lineVoltages(), phase), Math.round(volts * Math.sqrt(3) * 1_000));
            put(words, table, at(profile.phases().currents(), phase), milliamperes(phase));
            put(words, table, at(profile.phases().powers(), phase), signed(watts(phase)));
        }
        profile.phases().rotation().ifPresent(one -> put(words, table, Optional.of(one.point()), one.right()));
    }

    private static Optional<Point> at(List<Point> points, int phase) {
        return phase < points.size() ? Optional.of(points.get(phase)) : Optional.empty();
    }

    private long total() {
        return watts(0) + watts(1) + watts(2);
    }

    private long watts(int phase) {
        return Math.round(meter.power().watts() / 3.0 * wiring.powerShare(phase));
    }

    private long milliamperes(int phase) {
        double trueAmperes = Math.abs(meter.power().watts()) / 3.0 / (phaseVolts * UNBALANCE[phase]);
        return Math.round(wiring.current(phase, trueAmperes) * 1_000);
    }

    private long signed(long injection) {
        return turned ? -injection : injection;
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
