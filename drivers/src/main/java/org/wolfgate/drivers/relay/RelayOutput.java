package org.wolfgate.drivers.relay;

/**
 * A relay output, with everything that a technician must decide about it.
 *
 * @param name as the terminal plan has it
 * @param line number of the line on its chip, on a Raspberry Pi the BCM number
 * @param activeLow whether the board energises the coil at a low level
 * @param duty what energising does to the plant: the main safety decision of the installation
 * @param atStart the coil when the agent starts
 * @param atStop the coil when the agent stops
 */
public record RelayOutput(String name, int line, boolean activeLow, Duty duty, AtStart atStart, AtStop atStop) {

    /** What an energised coil does. A dead controller, or a dead supply, does the opposite. */
    public enum Duty {
        /** Without power the plant is free. */
        CURTAIL,
        /** Without power the plant is curtailed. */
        RELEASE
    }

    /** The coil before the first set-point. */
    public enum AtStart {
        ENERGISED,
        DE_ENERGISED,
        /** The line is not touched; the first set-point takes it over in the state that it wants. */
        WAIT
    }

    /** The coil after an orderly stop, and what the service manager restores after a crash. */
    public enum AtStop {
        ENERGISED,
        DE_ENERGISED,
        /** Left as it is. */
        KEEP
    }

    /** The electrical level of the line for a state of the coil. */
    public boolean high(boolean energised) {
        return energised != activeLow;
    }
}
