package org.wolfgate.agent.metering;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a node's contacts.
 *
 * @param seen by contact, its last good reading
 * @param doubt the first sample of frequency that no contact has spoken for yet
 */
public record IslandingState(Map<String, Seen> seen, Optional<Instant> doubt) {

    /** Nothing was read yet. */
    public static final IslandingState NEW = new IslandingState(Map.of(), Optional.empty());

    /** A good reading. */
    public record Seen(Instant at, boolean islanded) {}

    public IslandingState {
        seen = Map.copyOf(seen);
    }
}
