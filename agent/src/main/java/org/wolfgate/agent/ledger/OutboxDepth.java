package org.wolfgate.agent.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What still waits to be acknowledged upstream.
 *
 * @param count records above the acknowledged mark
 * @param oldest when the oldest of them became true
 */
public record OutboxDepth(long count, Optional<Instant> oldest) {}
