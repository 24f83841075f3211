package org.wolfgate.drivers.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the transformers of a simulated meter are connected, right or wrong: which line conductor each current input sees,
 * which way round, and what is lost on the way. What the meter shows follows from phasors.
 */
public enum Wiring {
    RIGHT("1 2 3", 1, 1),
    CT_L1_REVERSED("-1 2 3", 1, 1),
    CT_L1_L2_REVERSED("-1 -2 3", 1, 1),
    CT_ALL_REVERSED("-1 -2 -3", 1, 1),
    CT_L2_L3_EXCHANGED("1 3 2", 1, 1),
    CT_ROTATED("2 3 1", 1, 1),
    CT_ROTATED_REVERSED("-2 -3 -1", 1, 1),
    CT_L2_L3_EXCHANGED_REVERSED("1 -3 -2", 1, 1),
    CT_L1_OPEN("0 2 3", 1, 1),
    CT_RATIO_DOUBLED("1 2 3", 2, 1),
    /** The meter shows the secondary side of transformers from 11 kV to 110 V. */
    VT_RATIO_MISSING("1 2 3", 1, 0.01);

    private final String inputs;
    private final double currentRatio;
    private final double voltageRatio;

    /**
     * A wiring.
     *
     * @param inputs the conductor that each current input sees, 1 to 3, negative if turned, 0 if none
     */
    Wiring(String inputs, double currentRatio, double voltageRatio) {
        this.inputs = inputs;
        this.currentRatio = currentRatio;
        this.voltageRatio = voltageRatio;
    }

    /**
     * The wiring of a name such as {@code ct-l1-reversed}.
     *
     * @throws IllegalArgumentException naming all if there is none
     */
    static Wiring parse(String text) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no wiring; there are: "
                        + Arrays.stream(values()).map(Wiring::word).collect(Collectors.joining(", "))));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private int input(int phase) {
        return Integer.parseInt(inputs.split(" ", -1)[phase]);
    }

    /** What a phase's current input shows of the true current, a magnitude. */
    double current(int phase, double amperes) {
        return input(phase) == 0 ? 0 : currentRatio * amperes;
    }

    /** What the meter shows of a true voltage. */
    double voltage(double volts) {
        return voltageRatio * volts;
    }

    /** The share of a phase's true power that the meter shows there: the cosine between its voltage and its current. */
    double powerShare(int phase) {
        int seen = input(phase);
        double angle = 2 * Math.PI / 3 * (phase + 1 - Math.abs(seen));
        return Integer.signum(seen) * Math.cos(angle) * currentRatio * voltageRatio;
    }
}
