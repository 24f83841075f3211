package org.wolfgate.agent.trust;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;

/** An Ed25519 key pair; signs as JWS in compact form (RFC 7515, RFC 8037). Safe to use from several threads. */
public final class SigningKey {

    private final OctetKeyPairJsonWebKey key;
    private final String id;
    private final PrivateKey signing;

    private SigningKey(OctetKeyPairJsonWebKey key) {
        this.key = key;
        this.id = Jose.id(key);
        this.signing = Ed25519.privateKey(key.getPrivateKey());
    }

    /** Makes a new pair. */
    public static SigningKey fresh() {
        return new SigningKey(Jose.generate());
    }

    /**
     * Reads a pair from a file that only its owner may read.
     *
     * @throws TrustException if the file is not there, open to others, or holds no private Ed25519 key
     */
    public static SigningKey load(Path file) throws TrustException {
        OctetKeyPairJsonWebKey read;
        try {
            read = Jose.key(KeyFiles.readPrivate(file));
        } catch (TrustException e) {
            throw new TrustException("reading the signing key " + file + ": " + e.text(), e);
        }
        if (read.getPrivateKey() == null) {
            throw new TrustException(
                    "reading the signing key " + file + ": it holds a public key only; name the private file");
        }
        return new SigningKey(read);
    }

    /**
     * Writes the pair to a new file with mode 600.
     *
     * @throws TrustException if there is a file already, or it cannot be written
     */
    public void save(Path file) throws TrustException {
        KeyFiles.writePrivate(file, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    /** The thumbprint of the public half (RFC 7638, SHA-256). */
    public String id() {
        return id;
    }

    /** What others need to verify. */
    public VerifyingKey verifying() {
        return new VerifyingKey(id, Jose.publicJson(key), Optional.empty());
    }

    /** Signs a record: whoever has the public half can verify it at any later time. */
    public String sign(byte[] payload) {
        return Jose.sign(signing, id, payload, Map.of());
    }

    /** Signs a message: bound to its receiver, its place in the sequence, and a time. */
    public String sign(byte[] payload, Stamp stamp) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(TrustStore.ISSUER, stamp.issuer());
        header.put(TrustStore.SUBSTATION, stamp.substation());
        header.put(TrustStore.SEQUENCE, stamp.sequence());
        header.put(TrustStore.ISSUED, stamp.issuedAt().getEpochSecond());
        header.put(TrustStore.EXPIRES, stamp.expiresAt().getEpochSecond());
        return Jose.sign(signing, id, payload, header);
    }
}
