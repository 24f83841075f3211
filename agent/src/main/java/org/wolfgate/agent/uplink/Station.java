package org.wolfgate.agent.uplink;

import java.util.Set;

/**
 * Who speaks.
 *
 * @param substation the substation's name, as in its configuration
 * @param boot the boot id of this run of the agent
 * @param host name of the machine, for people
 * @param earlier the boot ids of runs that wrote the same ledger before
 */
public record Station(String substation, String boot, String host, Set<String> earlier) {

    private static final String UNKNOWN_KERNEL = "-unknown";

    public Station {
        earlier = Set.copyOf(earlier);
    }

    /** The first run, on a machine without a name. */
    public Station(String substation, String boot) {
        this(substation, boot, "", Set.of());
    }

    /**
     * Whether another run is dead for certain: it wrote our ledger, which one process at a time can, on this machine since
     * it was switched on. The copy of a card knows the same runs, and runs on another machine.
     */
    boolean succeeds(String other) {
        String kernel = boot.substring(Math.max(0, boot.indexOf('-')));
        return earlier.contains(other) && other.endsWith(kernel) && !kernel.equals(UNKNOWN_KERNEL);
    }
}
