package org.wolfgate.agent.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jose4j.jca.ProviderContext;

/**
 * Ed25519 (RFC 8032) as Bouncy Castle computes it. The platform's own takes about seven times as long, and more before it
 * is compiled; on a small controller an order would wait for that.
 */
final class Ed25519 {

    private static final String CURVE = "Ed25519";
    private static final Provider PROVIDER = new Curve();
    private static final ProviderContext CONTEXT = new ProviderContext();

    static {
        // Behind the platform's own: nobody gets it who does not ask for it by name.
        Security.addProvider(PROVIDER);
        CONTEXT.getSuppliedKeyProviderContext().setSignatureProvider(PROVIDER.getName());
    }

    private Ed25519() {}

    /** For whoever signs and verifies with the keys that are made here. */
    static ProviderContext context() {
        return CONTEXT;
    }

    static PublicKey publicKey(PublicKey key) {
        try {
            return KeyFactory.getInstance(CURVE, PROVIDER).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key of the platform has the encoding of RFC 8410", e);
        }
    }

    static PrivateKey privateKey(PrivateKey key) {
        try {
            return KeyFactory.getInstance(CURVE, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key of the platform has the encoding of RFC 8410", e);
        }
    }

    /** Of Bouncy Castle's services these two; the others would be loaded for nothing. */
    private static final class Curve extends Provider {

        private static final long serialVersionUID = 1;
        private static final String PACKAGE = "org.bouncycastle.jcajce.provider.asymmetric.edec.";

        Curve() {
            super("wolfgate-ed25519", "1", "Ed25519 of Bouncy Castle");
            // By the name that jose4j asks for; of the curves of that name this is the one.
            put("Signature.EdDSA", PACKAGE + "SignatureSpi$Ed25519");
            put("KeyFactory." + CURVE, PACKAGE + "KeyFactorySpi$Ed25519");
        }
    }
}
