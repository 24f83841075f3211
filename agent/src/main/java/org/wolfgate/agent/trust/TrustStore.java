package org.wolfgate.agent.trust;

import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.Headers;
import org.wolfgate.agent.trust.Verification.Flaw;
import org.wolfgate.agent.trust.Verification.Rejected;
import org.wolfgate.agent.trust.Verification.Verified;

/** The keys of everybody who is believed. Immutable. */
public final class TrustStore {

    static final String ISSUER = "iss";
    static final String SUBSTATION = "aud";
    static final String SEQUENCE = "seq";
    static final String ISSUED = "iat";
    static final String EXPIRES = "exp";

    private final Map<String, Trusted> byId;

    private record Trusted(String issuer, VerifyingKey key, PublicKey parsed) {}

    private TrustStore(Map<String, Trusted> byId) {
        this.byId = byId;
    }

    /**
     * A store of these parties' keys.
     *
     * @throws TrustException if two parties have the same key
     */
    public static TrustStore of(Map<String, KeySet> parties) throws TrustException {
        Map<String, Trusted> byId = new LinkedHashMap<>();
        for (Map.Entry<String, KeySet> party : parties.entrySet()) {
            for (VerifyingKey key : party.getValue().keys()) {
                Trusted other = byId.put(key.id(), new Trusted(party.getKey(), key, parsed(key)));
                if (other != null && !other.issuer().equals(party.getKey())) {
                    throw new TrustException("key " + key.id() + " belongs to " + other.issuer() + " and to "
                            + party.getKey() + "; give each its own");
                }
            }
        }
        return new TrustStore(Map.copyOf(byId));
    }

    private static PublicKey parsed(VerifyingKey key) throws TrustException {
        return Ed25519.publicKey(Jose.key(key.jwk()).getPublicKey());
    }

    /**
     * Reads the key files of issuers.
     *
     * @throws TrustException if one cannot be used
     */
    public static TrustStore load(List<Issuer> issuers) throws TrustException {
        Map<String, KeySet> parties = new LinkedHashMap<>();
        for (Issuer issuer : issuers) {
            parties.put(issuer.name(), KeySet.load(issuer.keys()));
        }
        return of(parties);
    }

    /**
     * Whether a compact JWS is from one of the parties and unchanged. Never throws, whatever the text.
     *
     * @param now keys that were replaced before are not believed
     */
    public Verification verify(String token, Instant now) {
        Optional<JsonWebSignature> parsed = Jose.parse(token);
        if (parsed.isEmpty()) {
            return new Rejected(Flaw.NOT_SIGNED, "not a JSON Web Signature in compact form with EdDSA");
        }
        JsonWebSignature signature = parsed.get();
        String id = String.valueOf(signature.getKeyIdHeaderValue());
        Trusted trusted = byId.get(id);
        if (trusted == null) {
            return new Rejected(Flaw.UNKNOWN_KEY, "signed by key '" + brief(id) + "', which no trusted issuer has");
        }
        if (trusted.key().retired(now)) {
            return new Rejected(
                    Flaw.KEY_RETIRED,
                    "signed by key " + id + " of " + trusted.issuer() + ", which was believed until "
                            + trusted.key().until().orElse(now));
        }
        Optional<byte[]> payload = Jose.payload(signature, trusted.parsed());
        if (payload.isEmpty()) {
            return new Rejected(
                    Flaw.BAD_SIGNATURE, "the signature by key " + id + " of " + trusted.issuer() + " does not match");
        }
        return new Verified(trusted.issuer(), id, stamp(signature.getHeaders()), payload.get());
    }

    private static Optional<Stamp> stamp(Headers headers) {
        if (headers.getObjectHeaderValue(ISSUER) instanceof String issuer
                && headers.getObjectHeaderValue(SUBSTATION) instanceof String substation
                && headers.getObjectHeaderValue(SEQUENCE) instanceof Long sequence
                && headers.getObjectHeaderValue(ISSUED) instanceof Long issued
                && headers.getObjectHeaderValue(EXPIRES) instanceof Long expires) {
            try {
                return Optional.of(new Stamp(
                        issuer, substation, sequence, Instant.ofEpochSecond(issued), Instant.ofEpochSecond(expires)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String brief(String id) {
        String shown = id.length() > 60 ? id.substring(0, 60) + "..." : id;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
