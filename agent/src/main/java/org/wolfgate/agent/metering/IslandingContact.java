package org.wolfgate.agent.metering;

import java.time.Duration;

/**
 * A contact that tells whether a node stands on the system, such as a breaker's auxiliary contact.
 *
 * @param islandedWhenClosed the state of the contact that means apart from the system
 * @param holds how long a reading speaks for the time after it, and a reading after silence for the time before
 */
public record IslandingContact(String id, boolean islandedWhenClosed, Duration holds) {

    public IslandingContact {
        if (holds.toMillis() < 1) {
            throw new IllegalArgumentException("a contact's reading must hold for some time, not for " + holds);
        }
    }

    boolean islands(boolean closed) {
        return closed == islandedWhenClosed;
    }
}
