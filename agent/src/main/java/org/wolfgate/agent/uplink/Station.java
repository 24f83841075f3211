package org.wolfgate.agent.uplink;

import java.util.Optional;

/**
 * Who speaks.
 *
 * @param substation the substation's name, as in its configuration
 * @param boot the boot id of this run of the agent
 * @param host name of the machine, for people
 * @param predecessor the boot id of the run before, whose claim to the substation passes on to this one
 */
public record Station(String substation, String boot, String host, Optional<String> predecessor) {

    /** The first run, on a machine without a name. */
    public Station(String substation, String boot) {
        this(substation, boot, "", Optional.empty());
    }
}
