package org.wolfgate.agent.trust;

import java.time.Instant;

/**
 * What a signed message says of itself, in the protected header of its signature (RFC 7519, section 5.3): who speaks to
 * whom, in which order, and how long it may be acted on. The receiver keeps the highest sequence it took, so that a
 * message caught on the way cannot be played again.
 *
 * @param issuer who speaks
 * @param substation whom it is for
 * @param sequence rises with every message of the issuer in one stream
 * @param issuedAt to the second
 * @param expiresAt from when on it may no longer be taken in; to the second
 */
public record Stamp(String issuer, String substation, long sequence, Instant issuedAt, Instant expiresAt) {}
