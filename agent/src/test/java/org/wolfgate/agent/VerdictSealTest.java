package org.wolfgate.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wolfgate.agent.VerdictSeal.Doubtful;
import org.wolfgate.agent.VerdictSeal.Finding;
import org.wolfgate.agent.VerdictSeal.Genuine;
import org.wolfgate.agent.trust.KeySet;
import org.wolfgate.agent.trust.SigningKey;
import org.wolfgate.agent.trust.TrustException;
import org.wolfgate.agent.trust.TrustStore;

class VerdictSealTest {

    private static final String VERDICT = "{\"order\":\"wind-2\",\"node\":\"wind\",\"compensation\":0.341981}";

    private final SigningKey key = SigningKey.fresh();
    private final String sealed = new VerdictSeal("riverside", Optional.of(key)).seal(VERDICT);

    @Test
    void aVerdictVerifiesOfflineWithThePublicKeyAlone() throws TrustException {
        Genuine genuine = assertInstanceOf(Genuine.class, check(sealed));
        assertEquals("riverside", genuine.signer());
        assertEquals("wind-2", genuine.verdict().path("order").asText());
    }

    @Test
    void itMayStillBeInItsRecordMessage() throws TrustException {
        String message = "{\"schema\":\"wolfgate/record/1\",\"seq\":7,\"body\":" + sealed + "}";
        assertInstanceOf(Genuine.class, check(message));
    }

    @Test
    void everySingleChangedByteMakesItFail() throws TrustException {
        byte[] bytes = sealed.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << (i % 7));
            int at = i;
            assertInstanceOf(Doubtful.class, check(new String(changed, UTF_8)), () -> "byte " + at);
        }
    }

    @Test
    void aLeftOutOrAddedPieceMakesItFail() throws TrustException {
        assertInstanceOf(Doubtful.class, check(sealed.replace("\"node\":\"wind\",", "")));
        assertInstanceOf(Doubtful.class, check(sealed.replace("{\"order\"", "{\"note\":1,\"order\"")));
        assertInstanceOf(Doubtful.class, check(VERDICT));
        assertInstanceOf(Doubtful.class, check(""));
    }

    @Test
    void anotherSubstationsKeyCannotSpeakForThisOne() throws TrustException {
        TrustStore hillside = TrustStore.of(Map.of("hillside", KeySet.of(key)));
        assertInstanceOf(Doubtful.class, VerdictSeal.check(sealed, hillside, Instant.EPOCH));
        String other = new VerdictSeal("riverside", Optional.of(SigningKey.fresh())).seal(VERDICT);
        assertInstanceOf(Doubtful.class, check(other));
    }

    @Test
    void onABenchWithoutAKeyThereIsNoSignature() throws TrustException {
        String bare = new VerdictSeal("riverside", Optional.empty()).seal(VERDICT);
        assertEquals(VERDICT.replace("}", ",\"substation\":\"riverside\"}"), bare);
        assertInstanceOf(Doubtful.class, check(bare));
    }

    private Finding check(String text) throws TrustException {
        return VerdictSeal.check(text, TrustStore.of(Map.of("riverside", KeySet.of(key))), Instant.EPOCH);
    }
}
