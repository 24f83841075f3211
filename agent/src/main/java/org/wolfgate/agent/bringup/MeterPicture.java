package org.wolfgate.agent.bringup;

import java.util.List;
import java.util.Optional;

/**
 * One look at a meter. What it did not give is absent, never zero.
 *
 * @param phaseVoltages L1, L2, L3 to neutral, in mV
 * @param lineVoltages L1-L2, L2-L3, L3-L1, in mV
 * @param currents L1, L2, L3, in mA; magnitudes
 * @param powers L1, L2, L3, in W; positive is injection into the grid
 * @param power of all phases, in W; positive is injection
 * @param reactive power of all phases, in var; its sign is not looked at
 * @param apparent power of all phases, in VA
 * @param rotation of the voltages, if the meter says
 */
public record MeterPicture(
        List<Optional<Long>> phaseVoltages,
        List<Optional<Long>> lineVoltages,
        List<Optional<Long>> currents,
        List<Optional<Long>> powers,
        Optional<Long> power,
        Optional<Long> reactive,
        Optional<Long> apparent,
        Optional<Rotation> rotation) {

    private static final List<Optional<Long>> NONE = List.of(Optional.empty(), Optional.empty(), Optional.empty());

    public MeterPicture {
        phaseVoltages = three(phaseVoltages);
        lineVoltages = three(lineVoltages);
        currents = three(currents);
        powers = three(powers);
    }

    /** A meter of which only the power of all phases is known. */
    public static MeterPicture ofPower(Optional<Long> power) {
        return new MeterPicture(NONE, NONE, NONE, NONE, power, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Optional<Long>> three(List<Optional<Long>> values) {
        if (values.size() != 3) {
            throw new IllegalArgumentException(values.size() + " values for three phases");
        }
        return List.copyOf(values);
    }

    static Optional<long[]> all(List<Optional<Long>> values) {
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().mapToLong(Optional::orElseThrow).toArray())
                : Optional.empty();
    }
}
