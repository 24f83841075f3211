package org.wolfgate.agent.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * The public half of an Ed25519 key.
 *
 * @param id its thumbprint (RFC 7638, SHA-256)
 * @param jwk the key as JSON (RFC 8037)
 * @param until from when on it is no longer believed; empty while it has no successor
 */
public record VerifyingKey(String id, String jwk, Optional<Instant> until) {

    /** The same key, believed until an instant. */
    public VerifyingKey until(Instant end) {
        return new VerifyingKey(id, jwk, Optional.of(end));
    }

    boolean retired(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }
}
