package org.wolfgate.agent.uplink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** A run on this machine; without a name if the machine has none. */
    public static Station here(String substation, String boot, Set<String> earlier) {
        return new Station(substation, boot, hostName(), earlier);
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "";
        }
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
