package org.wolfgate.agent.bringup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wolfgate.drivers.modbus.Point;
import org.wolfgate.drivers.profile.Expected;

/**
 * What is known of one make of meter before it is asked.
 *
 * @param profile name of its profile
 * @param make as on the plate
 * @param frequency in mHz
 * @param voltages from phase to neutral, L1 to L3, in mV; empty if the profile has none
 * @param power of all phases, in W
 * @param energies counters, in Wh
 * @param identity a register that tells the make; some makes show it only where nothing else is asked for with it
 */
public record Clue(
        String profile,
        String make,
        Optional<Point> frequency,
        List<Point> voltages,
        Point power,
        List<Point> energies,
        Optional<Expected> identity) {

    public Clue {
        voltages = List.copyOf(voltages);
        energies = List.copyOf(energies);
    }

    /** Every quantity that speaks for or against this make. */
    public List<Point> points() {
        return Stream.of(frequency.stream(), voltages.stream(), Stream.of(power), energies.stream())
                .flatMap(stream -> stream)
                .toList();
    }
}
