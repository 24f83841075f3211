package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whether the voltages are there, belong together and are those of the site. */
public final class Voltages {

    private static final double LEAST_RATIO = 1.70;
    private static final double MOST_RATIO = 1.76;
    private static final double MOST_UNBALANCE = 0.10;
    private static final double WINDOW = 0.15;

    /** Secondary sides of voltage transformers, L-L, in mV (100, 110 and 120 V). */
    private static final long[] SECONDARIES = {100_000, 110_000, 120_000};

    private Voltages() {}

    /**
     * What the voltages say.
     *
     * @param nominal line to line voltage of the site, in mV, if known
     */
    public static List<Finding> judge(MeterPicture picture, Optional<Long> nominal) {
        List<Finding> findings = new ArrayList<>();
        Optional<long[]> phases = MeterPicture.all(picture.phaseVoltages());
        Optional<long[]> lines = MeterPicture.all(picture.lineVoltages());
        if (phases.isEmpty() && lines.isEmpty()) {
            findings.add(Finding.note(
                    "voltages not judged: the profile has none", "measure L-N and L-L with the multimeter"));
        }
        phases.ifPresent(values -> findings.add(balance("L-N", values)));
        lines.ifPresent(values -> findings.add(balance("L-L", values)));
        if (phases.isPresent() && lines.isPresent()) {
            findings.add(ratio(mean(phases.get()), mean(lines.get())));
        }
        lineToLine(phases, lines)
                .flatMap(seen -> nominal.map(wanted -> level(seen, wanted)))
                .ifPresent(findings::add);
        findings.add(picture.rotation()
                .map(Rotation::judged)
                .orElse(Finding.note("rotation not judged: the meter does not say", "use the rotation tester")));
        return List.copyOf(findings);
    }

    private static Optional<Double> lineToLine(Optional<long[]> phases, Optional<long[]> lines) {
        return lines.map(Voltages::mean).or(() -> phases.map(values -> mean(values) * Math.sqrt(3)));
    }

    private static Finding balance(String which, long[] values) {
        double mean = mean(values);
        String seen = which + " " + Text.volts(values[0]) + ", " + Text.volts(values[1]) + ", " + Text.volts(values[2]);
        if (mean <= 0) {
            return Finding.fault(seen, "no voltage: check the fuses of the voltage leads");
        }
        double worst = LongStream.of(values)
                        .mapToDouble(value -> Math.abs(value - mean))
                        .max()
                        .orElseThrow()
                / mean;
        return worst <= MOST_UNBALANCE
                ? Finding.ok(seen)
                : Finding.fault(
                        seen + ": unbalance " + percent(worst),
                        "above 10 %: check fuses and neutral of the voltage leads");
    }

    private static Finding ratio(double phase, double line) {
        double ratio = line / phase;
        String seen = String.format(Locale.ROOT, "L-L / L-N = %.2f", ratio);
        if (ratio >= LEAST_RATIO && ratio <= MOST_RATIO) {
            return Finding.ok(seen);
        }
        String advice = Math.abs(ratio - 1) < 0.05
                ? "both the same: the meter is set to the wrong system (3-wire or 4-wire)"
                : "must be 1.70 to 1.76: check neutral, fuses and the meter's system setting";
        return Finding.fault(seen, advice);
    }

    private static Finding level(double seen, long nominal) {
        String text = "level " + Text.volts(Math.round(seen)) + " L-L, site " + Text.volts(nominal);
        double share = seen / nominal;
        if (Math.abs(share - 1) <= WINDOW) {
            return Finding.ok(text);
        }
        if (Math.abs(share * Math.sqrt(3) - 1) <= WINDOW || Math.abs(share / Math.sqrt(3) - 1) <= WINDOW) {
            return Finding.fault(text, "off by 1.73: L-N taken for L-L; check the meter's system setting");
        }
        boolean secondary = Arrays.stream(SECONDARIES).anyMatch(one -> Math.abs(seen / one - 1) <= 0.05);
        return secondary && nominal > 600_000
                ? Finding.fault(text, "this is the secondary side: set the VT ratio in the meter")
                : Finding.fault(text, "check the VT ratio in the meter and the voltage leads");
    }

    private static double mean(long[] values) {
        return LongStream.of(values).average().orElseThrow();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
