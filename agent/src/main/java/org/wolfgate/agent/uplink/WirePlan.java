package org.wolfgate.agent.uplink;

import java.time.Duration;
import java.util.Optional;

/**
 * How to dial one connection.
 *
 * @param session how long the broker keeps the session of a client that is away; zero for none, with a clean start
 * @param will what the broker publishes when the agent vanishes
 */
record WirePlan(UplinkSettings settings, String clientId, Duration session, Optional<Will> will) {

    /** A last will, at QoS 1. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Will(String topic, byte[] payload, boolean retained) {}
}
