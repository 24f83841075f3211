package org.wolfgate.agent.bringup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks at meters, made from phasors: the oracle for what a wiring fault shows. */
final class Pictures {

    static final double VOLTS = 6_350;
    static final double AMPERES = 400;

    private Pictures() {}

    /**
     * A meter whose current inputs see other conductors, or see them turned.
     *
     * @param conductor that each input sees, 0 to 2
     * @param turn 1, -1, or 0 for an open transformer
     * @param angle of the true current behind its voltage, in radians
     */
    static MeterPicture wired(int[] conductor, double[] turn, double angle) {
        long[] watts = new long[3];
        long[] milliamperes = new long[3];
        for (int phase = 0; phase < 3; phase++) {
            double voltageAngle = -2 * Math.PI / 3 * phase;
            double currentAngle = -2 * Math.PI / 3 * conductor[phase] - angle;
            watts[phase] = Math.round(turn[phase] * VOLTS * AMPERES * Math.cos(voltageAngle - currentAngle));
            milliamperes[phase] = Math.round(Math.abs(turn[phase]) * AMPERES * 1_000);
        }
        return picture(watts, milliamperes, Math.round(VOLTS * 1_000), Math.round(VOLTS * Math.sqrt(3) * 1_000));
    }

    static MeterPicture picture(long[] watts, long[] milliamperes, long phaseVoltage, long lineVoltage) {
        return new MeterPicture(
                three(phaseVoltage, phaseVoltage, phaseVoltage),
                three(lineVoltage, lineVoltage, lineVoltage),
                three(milliamperes),
                three(watts),
                Optional.of(Arrays.stream(watts).sum()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Rotation.RIGHT));
    }

    static MeterPicture ofVoltages(
            List<Optional<Long>> phases, List<Optional<Long>> lines, Optional<Rotation> rotation) {
        List<Optional<Long>> none = List.of(Optional.empty(), Optional.empty(), Optional.empty());
        return new MeterPicture(
                phases, lines, none, none, Optional.empty(), Optional.empty(), Optional.empty(), rotation);
    }

    static List<Optional<Long>> three(long... values) {
        return Arrays.stream(values).boxed().map(Optional::of).toList();
    }

    static List<Optional<Long>> nothing() {
        return List.of(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
