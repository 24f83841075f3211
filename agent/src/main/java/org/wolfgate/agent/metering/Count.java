package org.wolfgate.agent.metering;

import java.util.List;

/**
 * The energy counted within one interval so far, and how much of its time that covers.
 *
 * @param measuredMillis time covered by readings close enough together
 * @param estimatedMillis time covered by the distribution of a gap's energy
 * @param opening the registers at the start of the interval, none while unknown
 * @param closing the registers at its end, none while unknown
 */
public record Count(
        IntervalEnergy energy,
        long measuredMillis,
        long estimatedMillis,
        List<Registers> opening,
        List<Registers> closing) {

    static final Count NOTHING = new Count(IntervalEnergy.ZERO, 0, 0, List.of(), List.of());

    public Count {
        opening = List.copyOf(opening);
        closing = List.copyOf(closing);
    }

    /** Energy booked for more of the interval's time. */
    Count plus(IntervalEnergy more, long millis, boolean measured) {
        return new Count(
                energy.plus(more),
                measured ? measuredMillis + millis : measuredMillis,
                measured ? estimatedMillis : estimatedMillis + millis,
                opening,
                closing);
    }

    Count opensAt(Registers registers) {
        return new Count(energy, measuredMillis, estimatedMillis, List.of(registers), closing);
    }

    Count closesAt(Registers registers) {
        return new Count(energy, measuredMillis, estimatedMillis, opening, List.of(registers));
    }
}
