package org.wolfgate.agent.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wolfgate.agent.trust.Verification.Flaw;
import org.wolfgate.agent.trust.Verification.Rejected;
import org.wolfgate.agent.trust.Verification.Verified;

class TrustTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] TEXT = "{\"cap_kw\":14000}".getBytes(UTF_8);

    /** Public key and message of RFC 8037, appendix A.4: a signature that somebody else made. */
    private static final String RFC_KEY =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

    private static final String RFC_THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    @Test
    void aKeyIsNamedByItsThumbprintAsInRfc8037() throws TrustException {
        assertEquals(RFC_THUMBPRINT, Jose.id(Jose.key(RFC_KEY)));
    }

    @Test
    void whatWasSignedIsBelievedWithItsStamp() throws TrustException {
        SigningKey key = SigningKey.fresh();
        Stamp stamp = new Stamp("iso", "riverside", 7, NOON, NOON.plusSeconds(300));
        Verified verified = assertInstanceOf(Verified.class, store("iso", key).verify(key.sign(TEXT, stamp), NOON));
        assertArrayEquals(TEXT, verified.payload());
        assertEquals("iso", verified.issuer());
        assertEquals(key.id(), verified.keyId());
        assertEquals(Optional.of(stamp), verified.stamp());
    }

    @Test
    void aRecordNeedsNoStamp() throws TrustException {
        SigningKey key = SigningKey.fresh();
        Verified verified =
                assertInstanceOf(Verified.class, store("riverside", key).verify(key.sign(TEXT), NOON));
        assertEquals(Optional.empty(), verified.stamp());
    }

    @Test
    void everySingleChangedCharacterIsNoticed() throws TrustException {
        SigningKey key = SigningKey.fresh();
        TrustStore store = store("iso", key);
        String token = key.sign(TEXT);
        for (int i = 0; i < token.length(); i++) {
            for (char other : "ABQgw.-_=".toCharArray()) {
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertInstanceOf(Rejected.class, store.verify(changed, NOON), "character " + i + " of " + token);
                }
            }
        }
    }

    @Test
    void aStrangersKeyIsNotBelieved() throws TrustException {
        Rejected no = assertInstanceOf(
                Rejected.class,
                store("iso", SigningKey.fresh()).verify(SigningKey.fresh().sign(TEXT), NOON));
        assertEquals(Flaw.UNKNOWN_KEY, no.flaw());
    }

    @Test
    void anotherKeysIdDoesNotHelp() throws TrustException {
        SigningKey iso = SigningKey.fresh();
        SigningKey forger = SigningKey.fresh();
        String[] genuine = iso.sign(TEXT).split("\\.", -1);
        String[] forged = forger.sign("{\"cap_kw\":0}".getBytes(UTF_8)).split("\\.", -1);
        Rejected no = assertInstanceOf(
                Rejected.class, store("iso", iso).verify(genuine[0] + "." + forged[1] + "." + forged[2], NOON));
        assertEquals(Flaw.BAD_SIGNATURE, no.flaw());
    }

    @Test
    void neitherPlainJsonNorTheAlgorithmNoneIsASignature() throws TrustException {
        TrustStore store = store("iso", SigningKey.fresh());
        String none = "eyJhbGciOiJub25lIn0.eyJjYXBfa3ciOjB9.";
        for (String text : new String[] {"{\"cap_kw\":0}", "", ".", "..", none, "a.b.c", "é".repeat(4000)}) {
            Rejected no = assertInstanceOf(Rejected.class, store.verify(text, NOON), text);
            assertEquals(Flaw.NOT_SIGNED, no.flaw(), text);
        }
    }

    @Test
    void randomBytesNeverThrow() throws TrustException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        SigningKey key = SigningKey.fresh();
        TrustStore store = store("iso", key);
        String token = key.sign(TEXT);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(token);
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(300));
            }
            if (!text.toString().equals(token)) {
                String changed = text.toString();
                assertInstanceOf(Rejected.class, store.verify(changed, NOON), () -> "seed " + seed + ": " + changed);
            }
        }
    }

    @Test
    void anOldKeyIsBelievedDuringTheOverlapAndNotAfterIt(@TempDir Path folder) throws TrustException {
        SigningKey old = SigningKey.fresh();
        SigningKey next = SigningKey.fresh();
        Path file = folder.resolve("iso.jwks");
        KeySet.of(old)
                .succeededBy(next.verifying(), NOON.plus(Duration.ofDays(30)))
                .save(file);
        TrustStore store = TrustStore.of(Map.of("iso", KeySet.load(file)));
        assertInstanceOf(Verified.class, store.verify(old.sign(TEXT), NOON));
        assertInstanceOf(Verified.class, store.verify(next.sign(TEXT), NOON));
        Rejected no = assertInstanceOf(Rejected.class, store.verify(old.sign(TEXT), NOON.plus(Duration.ofDays(30))));
        assertEquals(Flaw.KEY_RETIRED, no.flaw());
        assertInstanceOf(Verified.class, store.verify(next.sign(TEXT), NOON.plus(Duration.ofDays(31))));
    }

    @Test
    void aPrivateKeyFileIsForItsOwnerAlone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("agent.jwk");
        SigningKey key = SigningKey.fresh();
        key.save(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(key.id(), SigningKey.load(file).id());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        TrustException e = assertThrows(TrustException.class, () -> SigningKey.load(file));
        assertTrue(e.text().contains("chmod 600"), e.text());
    }

    @Test
    void aKeyIsNeverOverwritten(@TempDir Path folder) throws TrustException {
        Path file = folder.resolve("agent.jwk");
        SigningKey.fresh().save(file);
        assertThrows(TrustException.class, () -> SigningKey.fresh().save(file));
    }

    @Test
    void aPrivateKeyAmongPublicOnesIsRefused(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("agent.jwk");
        SigningKey.fresh().save(secret);
        Path set = folder.resolve("iso.jwks");
        Files.writeString(set, "{\"keys\":[" + Files.readString(secret) + "]}");
        assertThrows(TrustException.class, () -> KeySet.load(set));
    }

    @Test
    void twoPartiesCannotShareAKey() {
        KeySet same = KeySet.of(SigningKey.fresh());
        assertThrows(TrustException.class, () -> TrustStore.of(Map.of("iso", same, "aggregator", same)));
    }

    private static TrustStore store(String issuer, SigningKey key) throws TrustException {
        return TrustStore.of(Map.of(issuer, KeySet.of(key)));
    }
}
