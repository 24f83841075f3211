package org.wolfgate.agent.metering;

import java.util.Optional;
import org.wolfgate.drivers.Energy;
import org.wolfgate.drivers.MeterReading;
import org.wolfgate.drivers.Quality;
import org.wolfgate.drivers.Reading;

/** Where a meter's energy comes from. */
public enum EnergySource {
    /** One register for each direction. */
    BOTH_REGISTERS,
    /** A register for injection alone. */
    EXPORT_REGISTER,
    /** A register for withdrawal alone. */
    IMPORT_REGISTER,
    /** No register at all: power samples are integrated. */
    POWER;

    boolean hasRegisters() {
        return this != POWER;
    }

    /** The registers of a reading, if every register that this meter has was read well. */
    Optional<Registers> registers(MeterReading reading) {
        Optional<Energy> exported = this == IMPORT_REGISTER ? Optional.of(Energy.ZERO) : usable(reading.exported());
        Optional<Energy> imported = this == EXPORT_REGISTER ? Optional.of(Energy.ZERO) : usable(reading.imported());
        return exported.flatMap(out -> imported.map(in -> new Registers(out, in)));
    }

    /** Only what was measured now may make a bill; a stale or doubtful value waits for the next reading. */
    static <T> Optional<T> usable(Reading<T> reading) {
        return reading.quality() == Quality.GOOD ? reading.value() : Optional.empty();
    }
}
