package org.wolfgate.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.wolfgate.agent.clock.TimeQuality;

/**
 * When the head of the chain is signed, and the record that says so. The signature covers the record just before it;
 * the chain covers the signature.
 */
final class Heads {

    static final String KIND = "head";

    private static final int EVERY_RECORDS = 500;
    private static final Duration EVERY = Duration.ofHours(1);

    private final Optional<HeadSigner> signer;
    private Instant signedAt = Instant.EPOCH;
    private int unsigned;

    Heads(Optional<HeadSigner> signer) {
        this.signer = signer;
    }

    /** The record to append after the one with this number and hash, if it is time to sign. */
    Optional<LedgerRecord> after(long seq, String hash, Instant at, TimeQuality quality) {
        unsigned++;
        boolean due = unsigned >= EVERY_RECORDS || signedAt.plus(EVERY).isBefore(at) || at.isBefore(signedAt);
        if (signer.isEmpty() || !due) {
            return Optional.empty();
        }
        unsigned = 0;
        signedAt = at;
        String payload = String.format(Locale.ROOT, "{\"seq\":%d,\"hash\":\"%s\"}", seq, hash);
        String jws = signer.get().sign(payload.getBytes(UTF_8));
        String body = payload.substring(0, payload.length() - 1) + ",\"jws\":\"" + jws + "\"}";
        return Optional.of(new LedgerRecord(KIND, Long.toString(seq), at, quality, body));
    }
}
