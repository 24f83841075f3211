package org.wolfgate.agent.trust;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whom a substation believes, and by which key it is known itself.
 *
 * @param signed whether messages must be signed; false on a bench only
 * @param key file of the substation's own key, which signs its verdicts; on a bench it may have none
 * @param issuers who may order and publish
 */
public record TrustSettings(boolean signed, Optional<Path> key, List<Issuer> issuers) {

    /** For a bench: everybody who reaches the broker is believed. */
    public static final TrustSettings UNSIGNED_BENCH = new TrustSettings(false, Optional.empty(), List.of());

    public TrustSettings {
        issuers = List.copyOf(issuers);
    }

    /** What the agent says of it in its log, its records and its health message. */
    public String word() {
        return signed ? "signed" : "unsigned-bench";
    }
}
