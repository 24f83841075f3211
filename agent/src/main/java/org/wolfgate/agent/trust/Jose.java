package org.wolfgate.agent.trust;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The few calls to the signature library: EdDSA over Ed25519 and nothing else. */
final class Jose {

    private static final AlgorithmConstraints ONLY_EDDSA =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private Jose() {}

    static OctetKeyPairJsonWebKey generate() {
        try {
            return OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform from 15 on makes Ed25519 keys", e);
        }
    }

    /** Reads a key, with its private half if it is there. */
    static OctetKeyPairJsonWebKey key(String json) throws TrustException {
        return key(() -> PublicJsonWebKey.Factory.newPublicJwk(json));
    }

    static OctetKeyPairJsonWebKey key(Map<String, Object> members) throws TrustException {
        return key(() -> PublicJsonWebKey.Factory.newPublicJwk(members));
    }

    static String id(OctetKeyPairJsonWebKey key) {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    static String publicJson(OctetKeyPairJsonWebKey key) {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * Signs.
     *
     * @param key of {@link Ed25519}
     * @param id the key's
     */
    static String sign(PrivateKey key, String id, byte[] payload, Map<String, Object> header) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setProviderContext(Ed25519.context());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(id);
        header.forEach((name, value) -> signature.getHeaders().setObjectHeaderValue(name, value));
        signature.setPayloadBytes(payload);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("signing with key " + id + ": " + e.getMessage(), e);
        }
    }

    /** Takes a message apart; empty if it is no compact JWS with EdDSA. */
    static Optional<JsonWebSignature> parse(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setProviderContext(Ed25519.context());
            signature.setAlgorithmConstraints(ONLY_EDDSA);
            signature.setCompactSerialization(token);
            return AlgorithmIdentifiers.EDDSA.equals(signature.getAlgorithmHeaderValue()) && canonical(token)
                    ? Optional.of(signature)
                    : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            // The library answers some malformed inputs with unchecked exceptions of its JSON reader.
            return Optional.empty();
        }
    }

    /**
     * Whether each part is the one way to write its bytes. The last character of a part has bits that mean nothing; if
     * they were free, a changed character could go unnoticed.
     */
    private static boolean canonical(String token) {
        for (String part : token.split("\\.", -1)) {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The payload if the key signed it.
     *
     * @param key of {@link Ed25519}
     */
    static Optional<byte[]> payload(JsonWebSignature signature, PublicKey key) {
        try {
            signature.setKey(key);
            return signature.verifySignature() ? Optional.of(signature.getUnverifiedPayloadBytes()) : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private interface Source {
        PublicJsonWebKey read() throws JoseException;
    }

    private static OctetKeyPairJsonWebKey key(Source source) throws TrustException {
        try {
            if (source.read() instanceof OctetKeyPairJsonWebKey okp
                    && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(okp.getSubtype())) {
                return okp;
            }
        } catch (JoseException | RuntimeException e) {
            throw new TrustException("not a JSON Web Key: " + e.getMessage(), e);
        }
        throw new TrustException("not an Ed25519 key (kty OKP, crv Ed25519)");
    }
}
