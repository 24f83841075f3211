package org.wolfgate.drivers.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the transformers of a simulated meter are connected, right or wrong: which line conductor each current input sees,
 * which way round, and what is lost on the way. What the meter shows follows from phasors.
 */
public enum Wiring {
    RIGHT(new int[] {0, 1, 2}, new double[] {1, 1, 1}, 1),
    CT_L1_REVERSED(new int[] {0, 1, 2}, new double[] {-1, 1, 1}, 1),
    CT_L1_L2_REVERSED(new int[] {0, 1, 2}, new double[] {-1, -1, 1}, 1),
    CT_ALL_REVERSED(new int[] {0, 1, 2}, new double[] {-1, -1, -1}, 1),
    CT_L2_L3_EXCHANGED(new int[] {0, 2, 1}, new double[] {1, 1, 1}, 1),
    CT_ROTATED(new int[] {1, 2, 0}, new double[] {1, 1, 1}, 1),
    CT_ROTATED_REVERSED(new int[] {1, 2, 0}, new double[] {-1, -1, -1}, 1),
    CT_L2_L3_EXCHANGED_REVERSED(new int[] {0, 2, 1}, new double[] {1, -1, -1}, 1),
    CT_L1_OPEN(new int[] {0, 1, 2}, new double[] {0, 1, 1}, 1),
    CT_RATIO_DOUBLED(new int[] {0, 1, 2}, new double[] {2, 2, 2}, 1),
    /** The meter shows the secondary side of transformers from 11 kV to 110 V. */
    VT_RATIO_MISSING(new int[] {0, 1, 2}, new double[] {1, 1, 1}, 0.01);

    private final int[] conductor;
    private final double[] turn;
    private final double voltage;

    Wiring(int[] conductor, double[] turn, double voltage) {
        this.conductor = conductor;
        this.turn = turn;
        this.voltage = voltage;
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

    /** What a phase's current input shows of the true current, a magnitude. */
    double current(int phase, double amperes) {
        return Math.abs(turn[phase]) * amperes;
    }

    /** What the meter shows of a true voltage. */
    double voltage(double volts) {
        return voltage * volts;
    }

    /** The share of a phase's true power that the meter shows there: the cosine between its voltage and its current. */
    double powerShare(int phase) {
        double angle = 2 * Math.PI / 3 * (phase - conductor[phase]);
        return turn[phase] * Math.cos(angle) * voltage;
    }
}
