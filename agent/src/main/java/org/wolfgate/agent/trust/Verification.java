package org.wolfgate.agent.trust;

import java.util.Optional;

/** What a signature is worth. */
public sealed interface Verification {

    /**
     * Signed by a key that is trusted now, and not changed since.
     *
     * @param issuer whose key it is
     * @param keyId thumbprint of the key (RFC 7638)
     * @param stamp what the message says of itself; empty for a record, which has none
     * @param payload what was signed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Verified(String issuer, String keyId, Optional<Stamp> stamp, byte[] payload) implements Verification {}

    /**
     * Not to be believed.
     *
     * @param reason in words, one line
     */
    record Rejected(Flaw flaw, String reason) implements Verification {}

    /** Why a signature is not believed. */
    enum Flaw {
        /** Not a signed message at all. */
        NOT_SIGNED,
        /** No trusted issuer has this key. */
        UNKNOWN_KEY,
        /** The issuer has replaced this key, and the time of overlap is over. */
        KEY_RETIRED,
        /** Changed on the way, or forged. */
        BAD_SIGNATURE
    }
}
