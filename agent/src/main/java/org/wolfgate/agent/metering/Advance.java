package org.wolfgate.agent.metering;

import org.wolfgate.drivers.Energy;

/** What lies between two readings of one register. */
public sealed interface Advance {

    /**
     * Energy that can be billed.
     *
     * @param rolledOver the register passed its modulus between the readings
     */
    record Counted(Energy energy, boolean rolledOver) implements Advance {}

    /** The difference cannot be energy: the register was reset, the meter exchanged, or a word misread. */
    record Discontinuity() implements Advance {}
}
