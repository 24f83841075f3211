package org.wolfgate.agent.bringup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether currents and powers of the phases belong together. Judges only a load worth judging: a plant at low sun shows
 * small, odd power factors.
 */
public final class Wiring {

    /** Below this share of the rated current nothing is said about power factors. */
    private static final double LEAST_SHARE = 0.20;

    /** Without a rated current: below 100 mA on every phase nothing is said. */
    private static final long LEAST_CURRENT = 100;

    private static final double OPEN_SHARE = 0.05;
    private static final double SUM_TOLERANCE = 0.01;

    private Wiring() {}

    /**
     * What currents and powers say.
     *
     * @param ratedCurrent of a phase, in mA, if known
     */
    public static List<Finding> judge(MeterPicture picture, Flow flow, Optional<Long> ratedCurrent) {
        List<Finding> findings = new ArrayList<>();
        Optional<long[]> currents = MeterPicture.all(picture.currents());
        Optional<long[]> powers = MeterPicture.all(picture.powers());
        Optional<long[]> voltages = MeterPicture.all(picture.phaseVoltages());
        if (currents.isEmpty() || powers.isEmpty() || voltages.isEmpty()) {
            findings.add(Finding.note(
                    "phases not judged: the profile has no voltage, current and power of each",
                    "compare each phase with a clamp meter"));
        } else {
            findings.addAll(phases(voltages.get(), currents.get(), powers.get(), flow, ratedCurrent));
            picture.power().ifPresent(total -> findings.add(sum(total, powers.get())));
        }
        if (picture.power().isPresent()
                && picture.reactive().isPresent()
                && picture.apparent().isPresent()) {
            findings.add(Triangle.judge(
                    picture.power().get(),
                    picture.reactive().get(),
                    picture.apparent().get()));
        }
        findings.add(direction(picture.power(), flow));
        return List.copyOf(findings);
    }

    private static List<Finding> phases(long[] volts, long[] amps, long[] watts, Flow flow, Optional<Long> rated) {
        long most = IntStream.range(0, 3).mapToLong(k -> amps[k]).max().orElseThrow();
        long least = rated.map(full -> Math.round(full * LEAST_SHARE)).orElse(LEAST_CURRENT);
        if (most < least) {
            return List.of(Finding.note(
                    "too little current to judge the CTs: at most " + Text.amperes(most) + ", needs "
                            + Text.amperes(least),
                    "look again at a higher load (above 20 % of rated current)"));
        }
        List<Finding> dead = open(volts, amps, most);
        return dead.isEmpty() ? List.of(pattern(volts, amps, watts, flow)) : dead;
    }

    private static List<Finding> open(long[] volts, long[] amps, long most) {
        return IntStream.range(0, 3)
                .filter(k -> amps[k] < most * OPEN_SHARE && volts[k] > 0)
                .mapToObj(k -> Finding.fault(
                        "no current on L" + (k + 1) + " (" + Text.amperes(amps[k]) + ") with voltage present: CT open"
                                + " or shorted",
                        "check the shorting links and terminals of this CT; never open it under load"))
                .toList();
    }

    private static Finding pattern(long[] volts, long[] amps, long[] watts, Flow flow) {
        double[] factors = IntStream.range(0, 3)
                .mapToDouble(k -> watts[k] * 1e6 / ((double) volts[k] * amps[k]))
                .toArray();
        String shown = IntStream.range(0, 3)
                .mapToObj(k -> String.format(Locale.ROOT, "PF L%d %+.2f", k + 1, factors[k]))
                .collect(java.util.stream.Collectors.joining(", "));
        double[] signed = IntStream.range(0, 3)
                .mapToDouble(k -> factors[k] * sign(factors, flow))
                .toArray();
        return WiringPattern.of(signed).finding(shown);
    }

    /** Where nobody knows the direction, most phases are taken to be right. */
    private static int sign(double[] factors, Flow flow) {
        if (flow != Flow.UNKNOWN) {
            return flow.sign();
        }
        boolean asShown = WiringPattern.of(factors).isUnlikely();
        double[] turned = {-factors[0], -factors[1], -factors[2]};
        return asShown && !WiringPattern.of(turned).isUnlikely() ? -1 : 1;
    }

    private static Finding sum(long total, long[] watts) {
        long sum = watts[0] + watts[1] + watts[2];
        long base = Math.max(Math.abs(total), Math.abs(watts[0]) + Math.abs(watts[1]) + Math.abs(watts[2]));
        String seen = "total " + Text.watts(total) + ", sum of phases " + Text.watts(sum);
        return Math.abs(total - sum) <= SUM_TOLERANCE * base + 1
                ? Finding.ok(seen)
                : Finding.fault(seen, "they differ by more than 1 %: check word order and unit of the profile");
    }

    private static Finding direction(Optional<Long> total, Flow flow) {
        if (total.isEmpty()) {
            return Finding.fault("the meter gives no total power", "check the profile against the manual");
        }
        long watts = total.get();
        String seen = "power " + Text.watts(watts) + (watts < 0 ? ": withdrawal" : ": injection");
        if (flow == Flow.UNKNOWN || watts == 0) {
            return Finding.note(seen, "direction not confirmed: compare with a known flow before relying on it");
        }
        return Long.signum(watts) == flow.sign()
                ? Finding.ok(seen + ", as known")
                : Finding.fault(
                        seen + ", but the plant is " + (flow == Flow.INJECTING ? "injecting" : "withdrawing"),
                        "write 'inverted: true' at this meter, or turn the CTs if single phases are wrong");
    }
}
